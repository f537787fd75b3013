/**
 * Domains beside the shop: what a pack says of a media site, a school and the like, and which packs are in use. A pack is one YAML file.
 */
@NullMarked
package dev.aisle.platform.domains;

import org.jspecify.annotations.NullMarked;
