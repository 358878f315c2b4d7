extension Prelude {
    /// Functions of `tensorflow.image` that change single images, or batches of them.
    static let tensorFlowImages = """
        from keras import ops


        def flip_left_right(image):
            return ops.flip(image, axis=-2)


        def flip_up_down(image):
            return ops.flip(image, axis=-3)


        def transpose(image, name=None):
            return ops.swapaxes(image, -3, -2)


        def rot90(image, k=1, name=None):
            for _ in range(k % 4):
                image = flip_up_down(transpose(image))
            return image


        def rgb_to_grayscale(images, name=None):
            if images.shape[-1] != 3:
                raise ValueError(f"Dimensions must be equal, but are {images.shape[-1]} and 3: an image has three channels")
            whole = str(images.dtype) == "uint8"
            values = ops.cast(images, "float32")
            grey = 0.2989 * values[..., 0:1] + 0.587 * values[..., 1:2] + 0.114 * values[..., 2:3]
            return ops.cast(grey, "uint8") if whole else grey


        def grayscale_to_rgb(images, name=None):
            return ops.repeat(images, 3, axis=-1)


        def adjust_brightness(image, delta):
            return image + delta


        def adjust_contrast(images, contrast_factor):
            mean = ops.mean(images, axis=(-3, -2), keepdims=True)
            return (images - mean) * contrast_factor + mean


        def per_image_standardization(image):
            image = ops.cast(image, "float32")
            count = image.shape[-3] * image.shape[-2] * image.shape[-1]
            deviation = ops.maximum(ops.std(image, axis=(-3, -2, -1), keepdims=True), count ** -0.5)
            return (image - ops.mean(image, axis=(-3, -2, -1), keepdims=True)) / deviation


        def convert_image_dtype(image, dtype, saturate=False, name=None):
            if str(image.dtype) == dtype:
                return image
            if str(image.dtype) == "uint8" and dtype == "float32":
                return ops.cast(image, dtype) * (1 / 255)
            if dtype == "uint8":
                scaled = image * 255.5
                return ops.cast(ops.clip(scaled, 0, 255) if saturate else scaled, dtype)
            raise NotImplementedError(f"tf.image.convert_image_dtype from {image.dtype} to {dtype} is not implemented")


        def crop_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
            return image[..., offset_height:offset_height + target_height, offset_width:offset_width + target_width, :]


        def pad_to_bounding_box(image, offset_height, offset_width, target_height, target_width):
            below = target_height - offset_height - image.shape[-3]
            right = target_width - offset_width - image.shape[-2]
            if min(offset_height, offset_width, below, right) < 0:
                raise ValueError("image must be <= target size")
            widths = [[0, 0]] * (len(image.shape) - 3) + [[offset_height, below], [offset_width, right], [0, 0]]
            return ops.pad(image, widths)


        def central_crop(image, central_fraction):
            if not 0 < central_fraction <= 1:
                raise ValueError("central_fraction must be within (0, 1]")
            height, width = image.shape[-3], image.shape[-2]
            top, left = int((height - height * central_fraction) / 2), int((width - width * central_fraction) / 2)
            return image[..., top:height - top, left:width - left, :]


        def resize_with_crop_or_pad(image, target_height, target_width):
            height, width = image.shape[-3], image.shape[-2]
            top, left = max((height - target_height) // 2, 0), max((width - target_width) // 2, 0)
            image = crop_to_bounding_box(image, top, left, min(height, target_height), min(width, target_width))
            height, width = image.shape[-3], image.shape[-2]
            return pad_to_bounding_box(
                image, (target_height - height) // 2, (target_width - width) // 2, target_height, target_width)


        def resize_image_with_crop_or_pad(image, target_height, target_width):
            return resize_with_crop_or_pad(image, target_height, target_width)


        def extract_patches(images, sizes, strides, rates, padding, name=None):
            return ops.image.extract_patches(
                images, sizes[1:3], strides=strides[1:3], dilation_rate=rates[1], padding=padding.lower())


        def total_variation(images, name=None):
            axes = (-3, -2, -1)
            down = ops.abs(images[..., 1:, :, :] - images[..., :-1, :, :])
            right = ops.abs(images[..., :, 1:, :] - images[..., :, :-1, :])
            return ops.sum(down, axis=axes) + ops.sum(right, axis=axes)


        def psnr(a, b, max_val, name=None):
            error = ops.mean(ops.square(ops.cast(a, "float32") - ops.cast(b, "float32")), axis=(-3, -2, -1))
            return 20 * ops.log(ops.convert_to_tensor(float(max_val))) / ops.log(10.0) - 10 * ops.log(error) / ops.log(10.0)
        """
}
