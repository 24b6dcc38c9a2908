import type { ProvinceCode } from '@mcc/contract'

/** A province of the 34 that stand since 2025-07-01, and the provinces of 2021 that it was made of. */
export interface Province34 {
  readonly code: string
  readonly name: string
  readonly short: string
  readonly of: readonly ProvinceCode[]
}

type Row = readonly [string, string, string, readonly ProvinceCode[]]

// prettier-ignore
const ROWS: readonly Row[] = [
  ['01', 'Thành phố Hà Nội', 'Hà Nội', ['01']],
  ['04', 'Tỉnh Cao Bằng', 'Cao Bằng', ['04']],
  ['08', 'Tỉnh Tuyên Quang', 'Tuyên Quang', ['02', '08']],
  ['11', 'Tỉnh Điện Biên', 'Điện Biên', ['11']],
  ['12', 'Tỉnh Lai Châu', 'Lai Châu', ['12']],
  ['14', 'Tỉnh Sơn La', 'Sơn La', ['14']],
  ['15', 'Tỉnh Lào Cai', 'Lào Cai', ['10', '15']],
  ['19', 'Tỉnh Thái Nguyên', 'Thái Nguyên', ['06', '19']],
  ['20', 'Tỉnh Lạng Sơn', 'Lạng Sơn', ['20']],
  ['22', 'Tỉnh Quảng Ninh', 'Quảng Ninh', ['22']],
  ['24', 'Tỉnh Bắc Ninh', 'Bắc Ninh', ['24', '27']],
  ['25', 'Tỉnh Phú Thọ', 'Phú Thọ', ['17', '25', '26']],
  ['31', 'Thành phố Hải Phòng', 'Hải Phòng', ['30', '31']],
  ['33', 'Tỉnh Hưng Yên', 'Hưng Yên', ['33', '34']],
  ['37', 'Tỉnh Ninh Bình', 'Ninh Bình', ['35', '36', '37']],
  ['38', 'Tỉnh Thanh Hóa', 'Thanh Hóa', ['38']],
  ['40', 'Tỉnh Nghệ An', 'Nghệ An', ['40']],
  ['42', 'Tỉnh Hà Tĩnh', 'Hà Tĩnh', ['42']],
  ['44', 'Tỉnh Quảng Trị', 'Quảng Trị', ['44', '45']],
  ['46', 'Thành phố Huế', 'Huế', ['46']],
  ['48', 'Thành phố Đà Nẵng', 'Đà Nẵng', ['48', '49']],
  ['51', 'Tỉnh Quảng Ngãi', 'Quảng Ngãi', ['51', '62']],
  ['52', 'Tỉnh Gia Lai', 'Gia Lai', ['52', '64']],
  ['56', 'Tỉnh Khánh Hòa', 'Khánh Hòa', ['56', '58']],
  ['66', 'Tỉnh Đắk Lắk', 'Đắk Lắk', ['54', '66']],
  ['68', 'Tỉnh Lâm Đồng', 'Lâm Đồng', ['60', '67', '68']],
  ['75', 'Tỉnh Đồng Nai', 'Đồng Nai', ['70', '75']],
  ['79', 'Thành phố Hồ Chí Minh', 'TP. Hồ Chí Minh', ['74', '77', '79']],
  ['80', 'Tỉnh Tây Ninh', 'Tây Ninh', ['72', '80']],
  ['82', 'Tỉnh Đồng Tháp', 'Đồng Tháp', ['82', '87']],
  ['86', 'Tỉnh Vĩnh Long', 'Vĩnh Long', ['83', '84', '86']],
  ['91', 'Tỉnh An Giang', 'An Giang', ['89', '91']],
  ['92', 'Thành phố Cần Thơ', 'Cần Thơ', ['92', '93', '94']],
  ['96', 'Tỉnh Cà Mau', 'Cà Mau', ['95', '96']],
]

/**
 * The cross-walk 63 → 34 of 1 July 2025; whole provinces were joined, none was divided, so figures add up.
 * Source: dvhcvn/20250701 (MIT), after Resolution 202/2025/QH15.
 */
export const PROVINCES_34: readonly Province34[] = ROWS.map(([code, name, short, of]) => ({
  code,
  name,
  short,
  of,
}))
