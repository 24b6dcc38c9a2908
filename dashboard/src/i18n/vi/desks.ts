/** Words of the desks' menu, of the allocation page and of the pages of AEFI cases. */
export const desks = {
  pages: 'Các trang',
  aefi: 'Phản ứng sau tiêm',
  allocation: 'Phân bổ',
  five: {
    today: 'Mũi hôm nay',
    atLeastOne: '≥ 1 mũi, % dân số',
    completed: 'Đủ liều, % dân số',
    pace: 'Mũi/ngày, 7 ngày qua',
    aefi: 'Ca phản ứng sau tiêm',
  },
  signOut: (name: string) => `Đăng xuất (${name})`,
  allocated: {
    question: 'Vắc xin đã phân bổ',
    byProduct: 'Theo loại vắc xin',
    byUnit: 'Theo tỉnh, thành phố',
    decisions: 'Quyết định phân bổ',
    utilisation: 'Sử dụng %',
    doses: 'Liều',
    number: 'Số quyết định',
    round: 'Đợt',
    findDecision: 'Tìm quyết định',
    noDecision: 'Không có quyết định nào khớp.',
    warnings: 'Cần đối chiếu',
    overGiven: (name: string, given: string, received: string) =>
      `${name}: đã tiêm ${given} mũi, nhiều hơn ${received} liều ghi là đã nhận.`,
    overReceived: (name: string, received: string, allocated: string) =>
      `${name}: đã nhận ${received} liều, nhiều hơn ${allocated} liều được phân bổ.`,
    noWarning: 'Số phân bổ, đã nhận và đã tiêm không mâu thuẫn.',
    fair: 'Mức sử dụng thấp có thể vì vắc xin vừa về; trên 100 % là đã tiêm nhiều hơn số ghi là đã nhận. Không dùng một mình cột này để xếp hạng tỉnh.',
  },
}
