#pragma once

// Reading PNG and JPEG files with libpng and libjpeg. Both report errors by longjmp, which must not cross Swift: here it ends in the function that
// called the library. Nothing is allocated for the pixels; `ci_…_head` says how much room the caller has to give `ci_…_read`.

#include <stddef.h>
#include <stdint.h>

/// How a function ended.
typedef enum {
    CI_OK = 0,
    /// The file is damaged, truncated, or of a kind that is not read; `message` says how.
    CI_BAD = 1,
    /// `stop` asked for it.
    CI_STOPPED = 2,
} ci_status;

/// Asked between rows; anything but 0 ends the work.
typedef int32_t (*ci_stop)(void);

/// What an image is like.
typedef struct {
    uint32_t width;
    uint32_t height;
    /// Samples of a pixel in the file: 1 grey or palette, 2 grey and alpha, 3 colours, 4 colours and alpha, or CMYK.
    int32_t channels;
    /// Bits of a sample in the file.
    int32_t depth;
    /// Bytes of a pixel as it is read.
    int32_t pixel_bytes;
    /// Bytes that the library takes for itself while it reads.
    uint64_t working_bytes;
    /// Whether pixels are places in the palette.
    int32_t has_palette;
    int32_t palette_count;
    uint8_t palette[3 * 256];
    /// Opacities of the first entries of the palette.
    int32_t opacity_count;
    uint8_t opacities[256];
    /// Faults that the library read over.
    int32_t warnings;
    /// What is wrong; of faults that were read over, the first.
    char message[240];
} ci_image;

ci_status ci_png_head(const uint8_t *bytes, size_t count, ci_image *image);
/// Grey of 16 bits is read as such; other samples of 16 bits are cut to their upper 8. Grey and alpha of 16 bits become colours and alpha.
ci_status ci_png_read(const uint8_t *bytes, size_t count, ci_image *image, uint8_t *pixels, ci_stop stop);

ci_status ci_jpeg_head(const uint8_t *bytes, size_t count, ci_image *image);
ci_status ci_jpeg_read(const uint8_t *bytes, size_t count, ci_image *image, uint8_t *pixels, ci_stop stop);
/// Writes grey or colours. `*file` is to be freed by `ci_free`.
ci_status ci_jpeg_write(
    const uint8_t *pixels, uint32_t width, uint32_t height, int32_t channels, int32_t quality, uint8_t **file,
    size_t *count, ci_image *image);
void ci_free(uint8_t *file);
