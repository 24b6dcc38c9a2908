/** Words of the list of vaccination facilities. */
export const facilities = {
  title: 'Điểm tiêm',
  name: 'Tên điểm tiêm',
  find: 'Tìm điểm tiêm hoặc quận, huyện',
  noLines: 'Tài khoản này không xem danh sách điểm tiêm của tỉnh.',
  failed: 'Chưa tải được danh sách điểm tiêm.',
  empty: 'Chưa có điểm tiêm nào đăng ký ở tỉnh này.',
  noMatch: 'Không có điểm tiêm nào khớp.',
  shown: (from: string, to: string, all: string) => `${from}–${to} trong ${all} điểm tiêm`,
  before: 'Trang trước',
  after: 'Trang sau',
  closed: 'đang đóng',
  kinds: {
    'commune-station': 'trạm y tế',
    'district-centre': 'trung tâm y tế huyện',
    hospital: 'bệnh viện',
    mobile: 'điểm lưu động',
    'mass-site': 'điểm tiêm tập trung',
    other: 'loại khác',
  },
}
