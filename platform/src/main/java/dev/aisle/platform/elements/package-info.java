/**
 * Custom elements that a shop puts into its pages by one script tag: plain JavaScript, joined out of a service's own files.
 */
@NullMarked
package dev.aisle.platform.elements;

import org.jspecify.annotations.NullMarked;
