extension Prelude {
    /// The functions of OpenCV that scripts call around a network.
    ///
    /// Source: the results of OpenCV 4. Sizes between pixels are computed in floats, where OpenCV has whole numbers, so that bytes
    /// may differ by 1.
    static let openCVText = """
        import os
        import numpy as np
        from keras import _host, ops

        IMREAD_UNCHANGED, IMREAD_GRAYSCALE, IMREAD_COLOR = -1, 0, 1
        INTER_NEAREST, INTER_LINEAR, INTER_CUBIC, INTER_AREA, INTER_LANCZOS4 = 0, 1, 2, 3, 4
        COLOR_BGR2BGRA, COLOR_RGB2RGBA, COLOR_BGR2RGB, COLOR_RGB2BGR = 0, 0, 4, 4
        COLOR_BGR2GRAY, COLOR_RGB2GRAY, COLOR_GRAY2BGR, COLOR_GRAY2RGB = 6, 7, 8, 8
        IMWRITE_JPEG_QUALITY = 1


        def imread(filename, flags=IMREAD_COLOR):
            from PIL import Image
            if not os.path.isfile(str(filename)):
                return None
            image = Image.open(str(filename))
            if flags == IMREAD_GRAYSCALE:
                return cvtColor(np.array(image.convert("RGB")), COLOR_RGB2GRAY) if image.mode != "L" else np.array(image)
            if flags == IMREAD_UNCHANGED:
                pixels = np.array(image)
                if pixels.ndim == 3:
                    pixels = pixels[..., [2, 1, 0] + list(range(3, pixels.shape[2]))]
                return pixels
            return np.array(image.convert("RGB"))[..., ::-1].copy()


        def imwrite(filename, img, params=None):
            from PIL import Image
            _host.refuse("cv2.imwrite", params=params)
            img = np.asarray(img)
            if img.dtype != np.uint8:
                img = np.clip(np.round(img), 0, 255).astype("uint8")
            if img.ndim == 3 and img.shape[2] == 1:
                img = img[..., 0]
            Image.fromarray(img if img.ndim == 2 else img[..., ::-1].copy()).save(str(filename))
            return True


        def cvtColor(src, code, dst=None, dstCn=0):
            _host.refuse("cv2.cvtColor", dst=dst, dstCn=dstCn != 0)
            if code == COLOR_BGR2RGB:
                return src[..., ::-1].copy()
            if code in (COLOR_BGR2GRAY, COLOR_RGB2GRAY):
                red, green, blue = (src[..., place] for place in ((2, 1, 0) if code == COLOR_BGR2GRAY else (0, 1, 2)))
                if src.dtype == np.uint8:
                    red, green, blue = red.astype("int64"), green.astype("int64"), blue.astype("int64")
                    return ((red * 9798 + green * 19235 + blue * 3735 + 16384) // 32768).astype("uint8")
                return (red * 0.299 + green * 0.587 + blue * 0.114).astype(src.dtype)
            if code == COLOR_GRAY2BGR:
                src = src[..., 0] if src.ndim == 3 else src
                return np.stack([src, src, src], axis=-1)
            raise NotImplementedError(f"cv2.cvtColor is implemented for BGR, RGB and grey only. Received: code={code}")


        def resize(src, dsize, dst=None, fx=0, fy=0, interpolation=INTER_LINEAR):
            _host.refuse("cv2.resize", dst=dst)
            height, width = src.shape[:2]
            if dsize is None:
                dsize = (int(round(width * fx)), int(round(height * fy)))
            columns, rows = int(dsize[0]), int(dsize[1])
            if interpolation == INTER_NEAREST:
                down = np.minimum(np.arange(rows) * height // rows, height - 1)
                across = np.minimum(np.arange(columns) * width // columns, width - 1)
                return src[down][:, across]
            if interpolation == INTER_AREA and height % rows == 0 and width % columns == 0:
                parts = src.astype("float64").reshape((rows, height // rows, columns, width // columns) + src.shape[2:])
                return _rounded(parts.mean(axis=(1, 3)), src.dtype)
            if interpolation not in (INTER_LINEAR, INTER_AREA):
                raise NotImplementedError(
                    "cv2.resize is implemented for INTER_NEAREST, INTER_LINEAR and INTER_AREA with whole factors. "
                    f"Received: interpolation={interpolation}")
            pixels = src.astype("float64")
            top, bottom, down = _neighbours(height, rows)
            left, right, across = _neighbours(width, columns)
            down = down.reshape((-1, 1) + (1,) * (src.ndim - 2))
            across = across.reshape((1, -1) + (1,) * (src.ndim - 2))
            upper = pixels[top][:, left] * (1 - across) + pixels[top][:, right] * across
            lower = pixels[bottom][:, left] * (1 - across) + pixels[bottom][:, right] * across
            result = _rounded(upper * (1 - down) + lower * down, src.dtype)
            return result[..., 0] if result.ndim == 3 and result.shape[2] == 1 else result


        def _neighbours(size, wanted):
            places = np.clip((np.arange(wanted) + 0.5) * size / wanted - 0.5, 0, size - 1)
            first = np.floor(places).astype("int64")
            return first, np.minimum(first + 1, size - 1), places - first


        def _rounded(values, dtype):
            return np.clip(np.floor(values + 0.5), 0, 255).astype(dtype) if dtype == np.uint8 else values.astype(dtype)


        def flip(src, flipCode):
            if flipCode == 0:
                return np.flip(src, 0).copy()
            return np.flip(src, 1).copy() if flipCode > 0 else np.flip(np.flip(src, 0), 1).copy()


        def split(m):
            return tuple(m[..., place].copy() for place in range(m.shape[2]))


        def merge(mv):
            return np.stack(list(mv), axis=-1)


        def imshow(winname, mat):
            _host.pass_over("cv2.imshow")


        def waitKey(delay=0):
            _host.pass_over("cv2.waitKey")
            return -1


        def destroyAllWindows():
            _host.pass_over("cv2.destroyAllWindows")


        def namedWindow(winname, flags=0):
            _host.pass_over("cv2.namedWindow")


        def setUseOptimized(onoff):
            pass


        def setNumThreads(nthreads):
            pass
        """
}
