#ifndef RAPPORT_CGUMBO_SHIM_H
#define RAPPORT_CGUMBO_SHIM_H

#include <gumbo.h>
#include <stdlib.h>

// One page's tree lives in one arena: libgumbo asks for many small pieces and frees a tree by recursion,
// which overflows the stack on deeply nested pages. The arena is freed in one sweep, without recursion.

typedef struct PressArenaBlock {
    struct PressArenaBlock *next;
    size_t used;
    size_t size;
    size_t unused;
} PressArenaBlock;

typedef struct PressPage {
    PressArenaBlock *blocks;
    GumboOutput *output;
} PressPage;

static inline void *press_arena_allocate(void *userdata, size_t size) {
    PressPage *page = (PressPage *)userdata;
    PressArenaBlock *block = page->blocks;
    size = (size + 15) & ~(size_t)15;
    if (block == NULL || block->size - block->used < size) {
        size_t room = block == NULL ? 64 * 1024 : block->size * 2;
        if (room > 4 * 1024 * 1024) room = 4 * 1024 * 1024;
        if (room < size) room = size;
        PressArenaBlock *fresh = (PressArenaBlock *)malloc(sizeof(PressArenaBlock) + room);
        if (fresh == NULL) abort();
        fresh->next = block;
        fresh->used = 0;
        fresh->size = room;
        page->blocks = fresh;
        block = fresh;
    }
    void *result = (char *)(block + 1) + block->used;
    block->used += size;
    return result;
}

static inline void press_arena_keep(void *userdata, void *pointer) {
    (void)userdata;
    (void)pointer;
}

// Parses HTML as UTF-8. The text must outlive the page. Free with press_page_free.
static inline PressPage *press_page_parse(const char *text, size_t length) {
    PressPage *page = (PressPage *)malloc(sizeof(PressPage));
    if (page == NULL) abort();
    page->blocks = NULL;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = press_arena_allocate;
    options.deallocator = press_arena_keep;
    options.userdata = page;
    options.max_errors = 0;
    page->output = gumbo_parse_with_options(&options, text, length);
    return page;
}

static inline void press_page_free(PressPage *page) {
    PressArenaBlock *block = page->blocks;
    while (block != NULL) {
        PressArenaBlock *next = block->next;
        free(block);
        block = next;
    }
    free(page);
}

#endif
