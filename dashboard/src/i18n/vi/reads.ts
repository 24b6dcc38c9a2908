/** Những phần đọc từ máy chủ theo yêu cầu: lỗi, xem thêm, khoảng thời gian. */
export const reads = {
  failed: 'Chưa đọc được số liệu.',
  forbidden: 'Tài khoản này không xem được phần này.',
  old: 'Chưa đọc lại được; dưới đây là lần đọc trước.',
  more: (n: string) => `Xem thêm ${n} dòng`,
  before: 'Trang trước',
  after: 'Trang sau',
  window: (from: string, to: string) => `từ ${from} đến ${to}`,
}
