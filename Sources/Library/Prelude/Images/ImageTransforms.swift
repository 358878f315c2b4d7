extension Prelude {
    /// What happens to an image on its way: turned, moved, sheared, scaled, brightened.
    ///
    /// Source: the arithmetic of keras/src/legacy/preprocessing/image.py and of scipy.ndimage.affine_transform.
    static let imageTransforms = """
        def apply_channel_shift(x, intensity, channel_axis=0):
            return np.clip(x + intensity, np.min(x), np.max(x))


        def apply_brightness_shift(x, brightness, scale=True):
            low, high = np.min(x), np.max(x)
            is_local = low < 0 or high > 255
            image = array_to_img(x, scale=is_local or scale)
            pixels = img_to_array(image)
            result = np.floor(np.clip(pixels * brightness, 0, 255))
            return result / 255 * (high - low) + low if is_local and not scale else result


        def _mapped(places, size, fill_mode):
            if fill_mode == "reflect":
                places = places % (2 * size)
                return np.where(places < size, places, 2 * size - 1 - places)
            return np.clip(places, 0, size - 1)


        def apply_affine_transform(x, theta=0, tx=0, ty=0, shear=0, zx=1, zy=1, row_axis=1, col_axis=2, channel_axis=0,
                                   fill_mode="nearest", cval=0.0, order=1):
            if x.ndim != 3:
                raise ValueError("Input arrays must be multi-channel 2D images.")
            if (theta, tx, ty, shear, zx, zy) == (0, 0, 0, 0, 1, 1):
                return x
            matrix = np.eye(3)
            if theta != 0:
                angle = theta * (math.pi / 180)
                cosine, sine = math.cos(angle), math.sin(angle)
                matrix = np.array([[cosine, -sine, 0], [sine, cosine, 0], [0, 0, 1]])
            if tx != 0 or ty != 0:
                matrix = matrix @ np.array([[1, 0, tx], [0, 1, ty], [0, 0, 1]])
            if shear != 0:
                angle = shear * (math.pi / 180)
                matrix = matrix @ np.array([[1, -math.sin(angle), 0], [0, math.cos(angle), 0], [0, 0, 1]])
            if zx != 1 or zy != 1:
                matrix = matrix @ np.array([[zx, 0, 0], [0, zy, 0], [0, 0, 1]])
            height, width = x.shape[row_axis], x.shape[col_axis]
            middle = np.array([[1, 0, height / 2 - 0.5], [0, 1, width / 2 - 0.5], [0, 0, 1]])
            back = np.array([[1, 0, 0.5 - height / 2], [0, 1, 0.5 - width / 2], [0, 0, 1]])
            matrix = middle @ matrix @ back
            image = np.moveaxis(x, channel_axis, 2)
            grid = np.stack(np.meshgrid(np.arange(height), np.arange(width), indexing="ij"), -1).astype("float64")
            if col_axis > row_axis:
                matrix = matrix[[1, 0, 2]][:, [1, 0, 2]]
            rows = grid[..., 0] * matrix[0, 0] + grid[..., 1] * matrix[0, 1] + matrix[0, 2]
            columns = grid[..., 0] * matrix[1, 0] + grid[..., 1] * matrix[1, 1] + matrix[1, 2]
            if order == 0:
                rows, columns = np.floor(rows + 0.5), np.floor(columns + 0.5)
            if fill_mode == "wrap":
                rows, columns = rows % max(height - 1, 1), columns % max(width - 1, 1)
            if fill_mode == "nearest":
                rows, columns = np.clip(rows, 0, height - 1), np.clip(columns, 0, width - 1)
            top, left = np.floor(rows).astype("int64"), np.floor(columns).astype("int64")
            down, across = rows - top, columns - left
            result = np.zeros(image.shape)
            for row, row_share in ((top, 1 - down), (top + 1, down)):
                for column, column_share in ((left, 1 - across), (left + 1, across)):
                    values = image[_mapped(row, height, fill_mode), _mapped(column, width, fill_mode)]
                    share = row_share * column_share
                    result = result + share[..., None] * values
            if fill_mode == "constant":
                is_inside = (rows >= 0) & (rows <= height - 1) & (columns >= 0) & (columns <= width - 1)
                result = np.where(is_inside[..., None], result, cval)
            return np.moveaxis(result.astype(x.dtype), 2, channel_axis)


        def random_rotation(x, rg, row_axis=1, col_axis=2, channel_axis=0, fill_mode="nearest", cval=0.0,
                            interpolation_order=1):
            return apply_affine_transform(
                x, theta=np.random.uniform(-rg, rg), row_axis=row_axis, col_axis=col_axis, channel_axis=channel_axis,
                fill_mode=fill_mode, cval=cval, order=interpolation_order)


        def random_shift(x, wrg, hrg, row_axis=1, col_axis=2, channel_axis=0, fill_mode="nearest", cval=0.0,
                         interpolation_order=1):
            tx = np.random.uniform(-hrg, hrg) * x.shape[row_axis]
            ty = np.random.uniform(-wrg, wrg) * x.shape[col_axis]
            return apply_affine_transform(
                x, tx=tx, ty=ty, row_axis=row_axis, col_axis=col_axis, channel_axis=channel_axis,
                fill_mode=fill_mode, cval=cval, order=interpolation_order)


        def random_shear(x, intensity, row_axis=1, col_axis=2, channel_axis=0, fill_mode="nearest", cval=0.0,
                         interpolation_order=1):
            return apply_affine_transform(
                x, shear=np.random.uniform(-intensity, intensity), row_axis=row_axis, col_axis=col_axis,
                channel_axis=channel_axis, fill_mode=fill_mode, cval=cval, order=interpolation_order)


        def random_zoom(x, zoom_range, row_axis=1, col_axis=2, channel_axis=0, fill_mode="nearest", cval=0.0,
                        interpolation_order=1):
            zx, zy = 1, 1
            if tuple(zoom_range) != (1, 1):
                zx, zy = np.random.uniform(zoom_range[0], zoom_range[1], 2)
            return apply_affine_transform(
                x, zx=zx, zy=zy, row_axis=row_axis, col_axis=col_axis, channel_axis=channel_axis,
                fill_mode=fill_mode, cval=cval, order=interpolation_order)


        def random_channel_shift(x, intensity_range, channel_axis=0):
            return apply_channel_shift(x, np.random.uniform(-intensity_range, intensity_range), channel_axis)


        def random_brightness(x, brightness_range, scale=True):
            return apply_brightness_shift(x, np.random.uniform(brightness_range[0], brightness_range[1]), scale)
        """
}
