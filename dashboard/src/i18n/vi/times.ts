/** Thanh thời gian: trực tiếp, hoặc một thời điểm đã qua. */
export const times = {
  bar: 'Thời điểm xem',
  live: 'Trực tiếp',
  toLive: 'Về trực tiếp',
  write: 'Giờ ngày, ví dụ 07:00 24/11/2021',
  see: 'Xem lúc đó',
  wrong: 'Không có thời điểm này. Viết như 07:00 24/11/2021.',
  copy: 'Chép liên kết',
  copied: 'Đã chép. Liên kết giữ nguyên số liệu của thời điểm này.',
  loading: 'Đang đọc số liệu của thời điểm này…',
  notSettled: (newest: string) => `Thời điểm này chưa chốt. Muộn nhất có thể xem: ${newest}.`,
  notSettledYet: 'Thời điểm này chưa chốt.',
  unreachable: 'Máy chủ không trả lời; đang hỏi lại.',
  refused: 'Máy chủ không trả lời câu hỏi này.',
  silent: 'Cảnh báo là việc của hiện tại: khi xem quá khứ, danh sách này im lặng.',
  noPast: 'Danh sách này chỉ có số liệu hiện tại; về trực tiếp để xem.',
}
