#include "cimages.h"

#include <png.h>
#include <stdio.h>
#include <string.h>

// What libpng's callbacks find: the file, and where messages go.
typedef struct {
    const uint8_t *bytes;
    size_t count;
    size_t place;
    ci_image *image;
} reader;

static void fail(png_structp png, png_const_charp message) {
    reader *r = png_get_error_ptr(png);
    snprintf(r->image->message, sizeof r->image->message, "%s", message);
    png_longjmp(png, 1);
}

static void warn(png_structp png, png_const_charp message) {
    reader *r = png_get_error_ptr(png);
    if (r->image->warnings++ == 0) snprintf(r->image->message, sizeof r->image->message, "%s", message);
}

static void take(png_structp png, png_bytep target, size_t count) {
    reader *r = png_get_io_ptr(png);
    if (r->count - r->place < count) png_error(png, "the file is truncated");
    memcpy(target, r->bytes + r->place, count);
    r->place += count;
}

static png_structp begin(reader *r, png_infop *info) {
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, r, fail, warn);
    if (png == NULL) return NULL;
    *info = png_create_info_struct(png);
    if (*info == NULL) {
        png_destroy_read_struct(&png, NULL, NULL);
        return NULL;
    }
    return png;
}

// Reads everything before the pixels.
static void read_head(png_structp png, png_infop info, reader *r) {
    png_set_read_fn(png, r, take);
    // The caller decides what fits.
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
    // Profiles and texts are not needed, and some unpack to any size.
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_read_info(png, info);
}

static void describe(png_structp png, png_infop info, ci_image *image) {
    int colour = png_get_color_type(png, info);
    image->width = png_get_image_width(png, info);
    image->height = png_get_image_height(png, info);
    image->channels = png_get_channels(png, info);
    image->depth = png_get_bit_depth(png, info);
    image->has_palette = colour == PNG_COLOR_TYPE_PALETTE;
    image->pixel_bytes = image->channels;
    if (image->depth == 16 && colour == PNG_COLOR_TYPE_GRAY) image->pixel_bytes = 2;
    if (image->depth == 16 && colour == PNG_COLOR_TYPE_GRAY_ALPHA) image->pixel_bytes = 4;
    // Two rows of at most eight bytes a pixel, and inflate's window.
    image->working_bytes = (uint64_t)image->width * 16 + 65536;
    image->palette_count = image->opacity_count = 0;
    png_colorp palette;
    int count;
    if (image->has_palette && png_get_PLTE(png, info, &palette, &count)) {
        image->palette_count = count < 256 ? count : 256;
        for (int i = 0; i < image->palette_count; i++) {
            image->palette[3 * i] = palette[i].red;
            image->palette[3 * i + 1] = palette[i].green;
            image->palette[3 * i + 2] = palette[i].blue;
        }
    }
    png_bytep opacities;
    if (image->has_palette && png_get_tRNS(png, info, &opacities, &count, NULL)) {
        image->opacity_count = count < 256 ? count : 256;
        memcpy(image->opacities, opacities, (size_t)image->opacity_count);
    }
}

ci_status ci_png_head(const uint8_t *bytes, size_t count, ci_image *image) {
    reader r = {bytes, count, 0, image};
    png_infop info = NULL;
    png_structp png = begin(&r, &info);
    if (png == NULL) return CI_BAD;
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, NULL);
        return CI_BAD;
    }
    read_head(png, info, &r);
    describe(png, info, image);
    png_destroy_read_struct(&png, &info, NULL);
    return CI_OK;
}

static uint16_t is_little_endian(void) {
    const uint16_t one = 1;
    return *(const uint8_t *)&one;
}

static void set_transforms(png_structp png, png_infop info, ci_image *image) {
    int colour = png_get_color_type(png, info);
    if (image->has_palette) png_set_packing(png);
    if (colour == PNG_COLOR_TYPE_GRAY && image->depth < 8) png_set_expand_gray_1_2_4_to_8(png);
    if (image->depth == 16) {
        if (colour == PNG_COLOR_TYPE_GRAY) {
            if (is_little_endian()) png_set_swap(png);
        } else {
            png_set_strip_16(png);
        }
        if (colour == PNG_COLOR_TYPE_GRAY_ALPHA) png_set_gray_to_rgb(png);
    }
}

ci_status ci_png_read(const uint8_t *bytes, size_t count, ci_image *image, uint8_t *pixels, ci_stop stop) {
    reader r = {bytes, count, 0, image};
    png_infop info = NULL;
    png_structp png = begin(&r, &info);
    if (png == NULL) return CI_BAD;
    if (setjmp(png_jmpbuf(png))) {
        png_destroy_read_struct(&png, &info, NULL);
        return CI_BAD;
    }
    read_head(png, info, &r);
    set_transforms(png, info, image);
    int passes = png_set_interlace_handling(png);
    png_read_update_info(png, info);
    size_t row_bytes = (size_t)image->width * (size_t)image->pixel_bytes;
    if (png_get_rowbytes(png, info) != row_bytes) png_error(png, "rows of an unexpected length");
    ci_status status = CI_OK;
    for (int pass = 0; pass < passes && status == CI_OK; pass++) {
        for (uint32_t row = 0; row < image->height; row++) {
            if ((row & 63) == 0 && stop()) {
                status = CI_STOPPED;
                break;
            }
            png_read_row(png, pixels + row * row_bytes, NULL);
        }
    }
    png_destroy_read_struct(&png, &info, NULL);
    return status;
}
