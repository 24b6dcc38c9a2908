import type { ProvinceCode } from '@mcc/contract'
import type { RegionId } from './regions.js'

/** One of the 63 provinces of 2021. */
export interface Province {
  /** GSO code, the only key that is ever joined. */
  readonly code: ProvinceCode
  /** Full name with its rank: `Thành phố Hà Nội`. */
  readonly name: string
  /** Name for labels and tables: `Hà Nội`. */
  readonly short: string
  /** Name without diacritics for English pages and file names: `Ha Noi`. */
  readonly english: string
  /** ISO 3166-2. */
  readonly iso: string
  readonly region: RegionId
  /** Code of the province of 2025-07-01 that it became part of, see `PROVINCES_34`. */
  readonly code34: string
  /** Centre of the main land area, WGS 84 degrees (archipelagos left out). */
  readonly lat: number
  readonly lon: number
}

type Row = readonly [ProvinceCode, string, string, string, string, RegionId, string, number, number]

// Codes and names: General Statistics Office (GSO), list of administrative units of 2021; tone marks in the
// spelling of the Government's decrees (Hòa Bình, Thanh Hóa). ISO codes: ISO 3166-2:VN. Centres: area centroids
// computed from an MIT-licensed map of the 63 provinces of 2021, to 0.001 degree.
// prettier-ignore
const ROWS: readonly Row[] = [
  ['01', 'Thành phố Hà Nội', 'Hà Nội', 'Ha Noi', 'VN-HN', 'red-river-delta', '01', 21.000, 105.700],
  ['02', 'Tỉnh Hà Giang', 'Hà Giang', 'Ha Giang', 'VN-03', 'northern-uplands', '08', 22.766, 104.978],
  ['04', 'Tỉnh Cao Bằng', 'Cao Bằng', 'Cao Bang', 'VN-04', 'northern-uplands', '04', 22.745, 106.085],
  ['06', 'Tỉnh Bắc Kạn', 'Bắc Kạn', 'Bac Kan', 'VN-53', 'northern-uplands', '19', 22.261, 105.826],
  ['08', 'Tỉnh Tuyên Quang', 'Tuyên Quang', 'Tuyen Quang', 'VN-07', 'northern-uplands', '08', 22.114, 105.268],
  ['10', 'Tỉnh Lào Cai', 'Lào Cai', 'Lao Cai', 'VN-02', 'northern-uplands', '15', 22.365, 104.112],
  ['11', 'Tỉnh Điện Biên', 'Điện Biên', 'Dien Bien', 'VN-71', 'northern-uplands', '11', 21.712, 103.023],
  ['12', 'Tỉnh Lai Châu', 'Lai Châu', 'Lai Chau', 'VN-01', 'northern-uplands', '12', 22.317, 103.187],
  ['14', 'Tỉnh Sơn La', 'Sơn La', 'Son La', 'VN-05', 'northern-uplands', '14', 21.194, 104.071],
  ['15', 'Tỉnh Yên Bái', 'Yên Bái', 'Yen Bai', 'VN-06', 'northern-uplands', '15', 21.777, 104.569],
  ['17', 'Tỉnh Hòa Bình', 'Hòa Bình', 'Hoa Binh', 'VN-14', 'northern-uplands', '25', 20.684, 105.343],
  ['19', 'Tỉnh Thái Nguyên', 'Thái Nguyên', 'Thai Nguyen', 'VN-69', 'northern-uplands', '19', 21.693, 105.824],
  ['20', 'Tỉnh Lạng Sơn', 'Lạng Sơn', 'Lang Son', 'VN-09', 'northern-uplands', '20', 21.839, 106.620],
  ['22', 'Tỉnh Quảng Ninh', 'Quảng Ninh', 'Quang Ninh', 'VN-13', 'red-river-delta', '22', 21.263, 107.234],
  ['24', 'Tỉnh Bắc Giang', 'Bắc Giang', 'Bac Giang', 'VN-54', 'northern-uplands', '24', 21.358, 106.481],
  ['25', 'Tỉnh Phú Thọ', 'Phú Thọ', 'Phu Tho', 'VN-68', 'northern-uplands', '25', 21.319, 105.116],
  ['26', 'Tỉnh Vĩnh Phúc', 'Vĩnh Phúc', 'Vinh Phuc', 'VN-70', 'red-river-delta', '25', 21.362, 105.559],
  ['27', 'Tỉnh Bắc Ninh', 'Bắc Ninh', 'Bac Ninh', 'VN-56', 'red-river-delta', '24', 21.109, 106.106],
  ['30', 'Tỉnh Hải Dương', 'Hải Dương', 'Hai Duong', 'VN-61', 'red-river-delta', '31', 20.931, 106.361],
  ['31', 'Thành phố Hải Phòng', 'Hải Phòng', 'Hai Phong', 'VN-HP', 'red-river-delta', '31', 20.798, 106.631],
  ['33', 'Tỉnh Hưng Yên', 'Hưng Yên', 'Hung Yen', 'VN-66', 'red-river-delta', '33', 20.815, 106.060],
  ['34', 'Tỉnh Thái Bình', 'Thái Bình', 'Thai Binh', 'VN-20', 'red-river-delta', '33', 20.502, 106.398],
  ['35', 'Tỉnh Hà Nam', 'Hà Nam', 'Ha Nam', 'VN-63', 'red-river-delta', '37', 20.540, 105.967],
  ['36', 'Tỉnh Nam Định', 'Nam Định', 'Nam Dinh', 'VN-67', 'red-river-delta', '37', 20.260, 106.215],
  ['37', 'Tỉnh Ninh Bình', 'Ninh Bình', 'Ninh Binh', 'VN-18', 'red-river-delta', '37', 20.220, 105.903],
  ['38', 'Tỉnh Thanh Hóa', 'Thanh Hóa', 'Thanh Hoa', 'VN-21', 'central-coast', '38', 20.047, 105.319],
  ['40', 'Tỉnh Nghệ An', 'Nghệ An', 'Nghe An', 'VN-22', 'central-coast', '40', 19.237, 104.946],
  ['42', 'Tỉnh Hà Tĩnh', 'Hà Tĩnh', 'Ha Tinh', 'VN-23', 'central-coast', '42', 18.291, 105.737],
  ['44', 'Tỉnh Quảng Bình', 'Quảng Bình', 'Quang Binh', 'VN-24', 'central-coast', '44', 17.533, 106.292],
  ['45', 'Tỉnh Quảng Trị', 'Quảng Trị', 'Quang Tri', 'VN-25', 'central-coast', '44', 16.740, 106.933],
  ['46', 'Tỉnh Thừa Thiên Huế', 'Thừa Thiên Huế', 'Thua Thien Hue', 'VN-26', 'central-coast', '46', 16.331, 107.520],
  ['48', 'Thành phố Đà Nẵng', 'Đà Nẵng', 'Da Nang', 'VN-DN', 'central-coast', '48', 16.068, 108.062],
  ['49', 'Tỉnh Quảng Nam', 'Quảng Nam', 'Quang Nam', 'VN-27', 'central-coast', '48', 15.590, 107.959],
  ['51', 'Tỉnh Quảng Ngãi', 'Quảng Ngãi', 'Quang Ngai', 'VN-29', 'central-coast', '51', 14.992, 108.649],
  ['52', 'Tỉnh Bình Định', 'Bình Định', 'Binh Dinh', 'VN-31', 'central-coast', '52', 14.123, 108.951],
  ['54', 'Tỉnh Phú Yên', 'Phú Yên', 'Phu Yen', 'VN-32', 'central-coast', '66', 13.172, 109.060],
  ['56', 'Tỉnh Khánh Hòa', 'Khánh Hòa', 'Khanh Hoa', 'VN-34', 'central-coast', '56', 12.340, 109.026],
  ['58', 'Tỉnh Ninh Thuận', 'Ninh Thuận', 'Ninh Thuan', 'VN-36', 'central-coast', '56', 11.705, 108.869],
  ['60', 'Tỉnh Bình Thuận', 'Bình Thuận', 'Binh Thuan', 'VN-40', 'central-coast', '68', 11.119, 108.047],
  ['62', 'Tỉnh Kon Tum', 'Kon Tum', 'Kon Tum', 'VN-28', 'central-highlands', '51', 14.649, 107.876],
  ['64', 'Tỉnh Gia Lai', 'Gia Lai', 'Gia Lai', 'VN-30', 'central-highlands', '52', 13.799, 108.241],
  ['66', 'Tỉnh Đắk Lắk', 'Đắk Lắk', 'Dak Lak', 'VN-33', 'central-highlands', '66', 12.825, 108.209],
  ['67', 'Tỉnh Đắk Nông', 'Đắk Nông', 'Dak Nong', 'VN-72', 'central-highlands', '68', 12.229, 107.688],
  ['68', 'Tỉnh Lâm Đồng', 'Lâm Đồng', 'Lam Dong', 'VN-35', 'central-highlands', '68', 11.751, 108.096],
  ['70', 'Tỉnh Bình Phước', 'Bình Phước', 'Binh Phuoc', 'VN-58', 'southeast', '75', 11.756, 106.909],
  ['72', 'Tỉnh Tây Ninh', 'Tây Ninh', 'Tay Ninh', 'VN-37', 'southeast', '80', 11.404, 106.162],
  ['74', 'Tỉnh Bình Dương', 'Bình Dương', 'Binh Duong', 'VN-57', 'southeast', '79', 11.217, 106.658],
  ['75', 'Tỉnh Đồng Nai', 'Đồng Nai', 'Dong Nai', 'VN-39', 'southeast', '75', 11.060, 107.185],
  ['77', 'Tỉnh Bà Rịa – Vũng Tàu', 'Bà Rịa – Vũng Tàu', 'Ba Ria – Vung Tau', 'VN-43', 'southeast', '79', 10.583, 107.281],
  ['79', 'Thành phố Hồ Chí Minh', 'TP. Hồ Chí Minh', 'Ho Chi Minh City', 'VN-SG', 'southeast', '79', 10.748, 106.696],
  ['80', 'Tỉnh Long An', 'Long An', 'Long An', 'VN-41', 'mekong-delta', '80', 10.730, 106.171],
  ['82', 'Tỉnh Tiền Giang', 'Tiền Giang', 'Tien Giang', 'VN-46', 'mekong-delta', '82', 10.397, 106.308],
  ['83', 'Tỉnh Bến Tre', 'Bến Tre', 'Ben Tre', 'VN-50', 'mekong-delta', '86', 10.121, 106.466],
  ['84', 'Tỉnh Trà Vinh', 'Trà Vinh', 'Tra Vinh', 'VN-51', 'mekong-delta', '86', 9.796, 106.310],
  ['86', 'Tỉnh Vĩnh Long', 'Vĩnh Long', 'Vinh Long', 'VN-49', 'mekong-delta', '86', 10.102, 105.991],
  ['87', 'Tỉnh Đồng Tháp', 'Đồng Tháp', 'Dong Thap', 'VN-45', 'mekong-delta', '82', 10.564, 105.608],
  ['89', 'Tỉnh An Giang', 'An Giang', 'An Giang', 'VN-44', 'mekong-delta', '91', 10.512, 105.183],
  ['91', 'Tỉnh Kiên Giang', 'Kiên Giang', 'Kien Giang', 'VN-47', 'mekong-delta', '91', 9.972, 105.045],
  ['92', 'Thành phố Cần Thơ', 'Cần Thơ', 'Can Tho', 'VN-CT', 'mekong-delta', '92', 10.115, 105.530],
  ['93', 'Tỉnh Hậu Giang', 'Hậu Giang', 'Hau Giang', 'VN-73', 'mekong-delta', '92', 9.784, 105.624],
  ['94', 'Tỉnh Sóc Trăng', 'Sóc Trăng', 'Soc Trang', 'VN-52', 'mekong-delta', '92', 9.557, 105.926],
  ['95', 'Tỉnh Bạc Liêu', 'Bạc Liêu', 'Bac Lieu', 'VN-55', 'mekong-delta', '96', 9.313, 105.491],
  ['96', 'Tỉnh Cà Mau', 'Cà Mau', 'Ca Mau', 'VN-59', 'mekong-delta', '96', 9.052, 105.040],
]

/** The 63 provinces of 2021 in the order of their GSO codes. Source: GSO, ISO 3166-2. */
export const PROVINCES: readonly Province[] = ROWS.map(
  ([code, name, short, english, iso, region, code34, lat, lon]) => ({
    code,
    name,
    short,
    english,
    iso,
    region,
    code34,
    lat,
    lon,
  }),
)
