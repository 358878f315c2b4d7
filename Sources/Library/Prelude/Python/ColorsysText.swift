extension Prelude {
    /// The module `colorsys`: colours as numbers of other kinds.
    static let colorsysText = #"""
        """Colours in RGB, YIQ, HLS and HSV, each part a number from 0 to 1 (I and Q: about -0.6 to 0.6)."""

        __all__ = ["rgb_to_yiq", "yiq_to_rgb", "rgb_to_hls", "hls_to_rgb", "rgb_to_hsv", "hsv_to_rgb"]

        ONE_THIRD = 1.0 / 3.0
        ONE_SIXTH = 1.0 / 6.0
        TWO_THIRD = 2.0 / 3.0


        def rgb_to_yiq(r, g, b):
            y = 0.30 * r + 0.59 * g + 0.11 * b
            return y, 0.74 * (r - y) - 0.27 * (b - y), 0.48 * (r - y) + 0.41 * (b - y)


        def _limited(part):
            return 0.0 if part < 0.0 else 1.0 if part > 1.0 else part


        def yiq_to_rgb(y, i, q):
            r = y + 0.9468822170900693 * i + 0.6235565819861433 * q
            g = y - 0.27478764629897834 * i - 0.6356910791873801 * q
            b = y - 1.1085450346420322 * i + 1.7090069284064666 * q
            return _limited(r), _limited(g), _limited(b)


        # The hue, where the parts differ.
        def _hue(r, g, b, highest, span):
            from_red, from_green, from_blue = (highest - r) / span, (highest - g) / span, (highest - b) / span
            if r == highest:
                sixths = from_blue - from_green
            elif g == highest:
                sixths = 2.0 + from_red - from_blue
            else:
                sixths = 4.0 + from_green - from_red
            return (sixths / 6.0) % 1.0


        def rgb_to_hls(r, g, b):
            highest, lowest = max(r, g, b), min(r, g, b)
            total, span = highest + lowest, highest - lowest
            lightness = total / 2.0
            if lowest == highest:
                return 0.0, lightness, 0.0
            saturation = span / total if lightness <= 0.5 else span / (2.0 - highest - lowest)
            return _hue(r, g, b, highest, span), lightness, saturation


        def _channel(low, high, hue):
            hue = hue % 1.0
            if hue < ONE_SIXTH:
                return low + (high - low) * hue * 6.0
            if hue < 0.5:
                return high
            if hue < TWO_THIRD:
                return low + (high - low) * (TWO_THIRD - hue) * 6.0
            return low


        def hls_to_rgb(h, l, s):
            if s == 0.0:
                return l, l, l
            high = l * (1.0 + s) if l <= 0.5 else l + s - (l * s)
            low = 2.0 * l - high
            return _channel(low, high, h + ONE_THIRD), _channel(low, high, h), _channel(low, high, h - ONE_THIRD)


        def rgb_to_hsv(r, g, b):
            highest, lowest = max(r, g, b), min(r, g, b)
            span = highest - lowest
            if lowest == highest:
                return 0.0, 0.0, highest
            return _hue(r, g, b, highest, span), span / highest, highest


        def hsv_to_rgb(h, s, v):
            if s == 0.0:
                return v, v, v
            sector = int(h * 6.0)
            part = h * 6.0 - sector
            dark, falling, rising = v * (1.0 - s), v * (1.0 - s * part), v * (1.0 - s * (1.0 - part))
            return [
                (v, rising, dark), (falling, v, dark), (dark, v, rising),
                (dark, falling, v), (rising, dark, v), (v, dark, falling)][sector % 6]
        """#
}
