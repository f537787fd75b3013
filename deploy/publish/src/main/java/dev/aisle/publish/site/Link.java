package dev.aisle.publish.site;

/**
 * A link within the project.
 *
 * @param written as it stands in the text
 * @param file    the file that is meant, from the project's folder
 * @param anchor  the heading that is meant; empty for the page
 */
record Link(String written, String file, String anchor) {}
