#include "cimages.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

// More scans than any encoder makes: each is a pass over the whole image, so that a small file could take minutes.
enum { MOST_SCANS = 500 };

// libjpeg's structures with what its callbacks need; each is the first member, so that a pointer to it is one to the whole.
typedef struct {
    struct jpeg_error_mgr manager;
    jmp_buf leave;
    ci_image *image;
} errors;

typedef struct {
    struct jpeg_progress_mgr manager;
    ci_stop stop;
    int was_stopped;
} progress;

static void fail(j_common_ptr info) {
    errors *e = (errors *)info->err;
    char text[JMSG_LENGTH_MAX];
    info->err->format_message(info, text);
    snprintf(e->image->message, sizeof e->image->message, "%s", text);
    longjmp(e->leave, 1);
}

static void fail_with(j_common_ptr info, const char *text) {
    errors *e = (errors *)info->err;
    snprintf(e->image->message, sizeof e->image->message, "%s", text);
    longjmp(e->leave, 1);
}

static void warn(j_common_ptr info, int level) {
    if (level >= 0) return;
    errors *e = (errors *)info->err;
    if (e->image->warnings++ > 0) return;
    char text[JMSG_LENGTH_MAX];
    info->err->format_message(info, text);
    snprintf(e->image->message, sizeof e->image->message, "%s", text);
}

static void say_nothing(j_common_ptr info) { (void)info; }

static struct jpeg_error_mgr *set_errors(errors *e, ci_image *image) {
    struct jpeg_error_mgr *manager = jpeg_std_error(&e->manager);
    manager->error_exit = fail;
    manager->emit_message = warn;
    manager->output_message = say_nothing;
    e->image = image;
    return manager;
}

static boolean at_end(j_decompress_ptr info) {
    fail_with((j_common_ptr)info, "the file is truncated");
    return FALSE;
}

static void watch(j_common_ptr info) {
    progress *p = (progress *)info->progress;
    if (((j_decompress_ptr)info)->input_scan_number > MOST_SCANS) fail_with(info, "the file has too many scans");
    if (p->stop()) {
        p->was_stopped = 1;
        longjmp(((errors *)info->err)->leave, 1);
    }
}

static void read_head(j_decompress_ptr info, const uint8_t *bytes, size_t count, ci_image *image) {
    jpeg_mem_src(info, (unsigned char *)bytes, count);
    info->src->fill_input_buffer = at_end;
    jpeg_read_header(info, TRUE);
    image->width = info->image_width;
    image->height = info->image_height;
    image->channels = info->num_components;
    image->depth = info->data_precision;
    image->pixel_bytes = image->channels;
    image->has_palette = image->palette_count = image->opacity_count = 0;
    if (info->data_precision != 8) fail_with((j_common_ptr)info, "samples that have not 8 bits are not read");
    if (image->channels != 1 && image->channels != 3 && image->channels != 4)
        fail_with((j_common_ptr)info, "images of 2 channels, or of more than 4, are not read");
    // Rows of all components, several times; of files with several scans, all coefficients.
    image->working_bytes = (uint64_t)image->width * (uint64_t)image->channels * 64 + 1000000;
    if (jpeg_has_multiple_scans(info)) {
        for (int i = 0; i < info->num_components; i++) {
            const jpeg_component_info *component = &info->comp_info[i];
            uint64_t across = component->width_in_blocks + (uint64_t)component->h_samp_factor;
            uint64_t down = component->height_in_blocks + (uint64_t)component->v_samp_factor;
            image->working_bytes += across * down * sizeof(JBLOCK);
        }
    }
}

ci_status ci_jpeg_head(const uint8_t *bytes, size_t count, ci_image *image) {
    struct jpeg_decompress_struct info;
    errors e;
    memset(&info, 0, sizeof info);
    info.err = set_errors(&e, image);
    if (setjmp(e.leave)) {
        jpeg_destroy_decompress(&info);
        return CI_BAD;
    }
    jpeg_create_decompress(&info);
    read_head(&info, bytes, count, image);
    jpeg_destroy_decompress(&info);
    return CI_OK;
}

ci_status ci_jpeg_read(const uint8_t *bytes, size_t count, ci_image *image, uint8_t *pixels, ci_stop stop) {
    struct jpeg_decompress_struct info;
    errors e;
    progress p = {.stop = stop, .was_stopped = 0};
    memset(&info, 0, sizeof info);
    info.err = set_errors(&e, image);
    if (setjmp(e.leave)) {
        jpeg_destroy_decompress(&info);
        return p.was_stopped ? CI_STOPPED : CI_BAD;
    }
    jpeg_create_decompress(&info);
    p.manager.progress_monitor = watch;
    info.progress = &p.manager;
    uint32_t width = image->width, height = image->height;
    uint64_t limit = image->working_bytes * 2;
    read_head(&info, bytes, count, image);
    if (image->width != width || image->height != height) fail_with((j_common_ptr)&info, "the sizes have changed");
    info.mem->max_memory_to_use = (long)(limit < 1u << 30 ? 1u << 30 : limit);
    info.out_color_space = image->channels == 1 ? JCS_GRAYSCALE : (image->channels == 3 ? JCS_RGB : JCS_CMYK);
    jpeg_start_decompress(&info);
    size_t row_bytes = (size_t)width * (size_t)info.output_components;
    if (info.output_components != image->pixel_bytes || info.output_width != width || info.output_height != height)
        fail_with((j_common_ptr)&info, "rows of an unexpected length");
    while (info.output_scanline < info.output_height) {
        uint8_t *row = pixels + info.output_scanline * row_bytes;
        jpeg_read_scanlines(&info, &row, 1);
        // Adobe's programs, from which nearly all of these files come, write CMYK inverted.
        if (image->channels == 4) for (size_t i = 0; i < row_bytes; i++) row[i] = 255 - row[i];
    }
    jpeg_destroy_decompress(&info);
    return CI_OK;
}

ci_status ci_jpeg_write(
    const uint8_t *pixels, uint32_t width, uint32_t height, int32_t channels, int32_t quality, uint8_t **file,
    size_t *count, ci_image *image) {
    struct jpeg_compress_struct info;
    errors e;
    unsigned char *volatile made = NULL;
    unsigned long length = 0;
    memset(&info, 0, sizeof info);
    info.err = set_errors(&e, image);
    if (setjmp(e.leave)) {
        // The buffer may have moved since `made` was set, so that it cannot be freed.
        jpeg_destroy_compress(&info);
        return CI_BAD;
    }
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, (unsigned char **)&made, &length);
    info.image_width = width;
    info.image_height = height;
    info.input_components = channels;
    info.in_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < height) {
        uint8_t *row = (uint8_t *)pixels + (size_t)info.next_scanline * width * (size_t)channels;
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    *file = made;
    *count = length;
    return CI_OK;
}

void ci_free(uint8_t *file) { free(file); }
