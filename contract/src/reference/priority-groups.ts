/** The 16 priority groups of decision 3355/QĐ-BYT (2021) with resolution 21/NQ-CP; wording shortened. */
export const PRIORITY_GROUPS = [
  { id: 1, vi: 'Nhân viên y tế', en: 'Health workers' },
  { id: 2, vi: 'Lực lượng phòng chống dịch', en: 'Epidemic response staff' },
  { id: 3, vi: 'Quân đội', en: 'Army' },
  { id: 4, vi: 'Công an', en: 'Police' },
  { id: 5, vi: 'Ngoại giao, hải quan, xuất nhập cảnh', en: 'Diplomats, customs, immigration' },
  { id: 6, vi: 'Dịch vụ thiết yếu', en: 'Essential services' },
  { id: 7, vi: 'Giáo viên, cán bộ hành chính', en: 'Teachers, administrative staff' },
  { id: 8, vi: 'Người mắc bệnh mạn tính', en: 'People with chronic disease' },
  { id: 9, vi: 'Người trên 65 tuổi', en: 'People over 65' },
  { id: 10, vi: 'Người sống ở vùng dịch', en: 'Residents of outbreak areas' },
  { id: 11, vi: 'Người nghèo, đối tượng chính sách', en: 'Poor and social-policy beneficiaries' },
  { id: 12, vi: 'Người đi công tác, học tập nước ngoài', en: 'Sent abroad for work or study' },
  { id: 13, vi: 'Công nhân khu công nghiệp, doanh nghiệp', en: 'Industrial-zone and enterprise workers' },
  { id: 14, vi: 'Chức sắc tôn giáo, lao động tự do', en: 'Religious dignitaries, informal workers' },
  { id: 15, vi: 'Người từ 18 tuổi trở lên khác', en: 'Other adults' },
  { id: 16, vi: 'Khác theo quyết định của Bộ Y tế', en: 'Others by decision of the ministry' },
] as const
