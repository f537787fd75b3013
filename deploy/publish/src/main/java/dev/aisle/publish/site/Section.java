package dev.aisle.publish.site;

/**
 * A heading and what stands below it until the next one.
 *
 * @param level   1 to 6
 * @param slug    its name in addresses
 * @param heading without its marks
 * @param text    words alone, for the search
 */
record Section(int level, String slug, String heading, String text) {}
