/** Makes images without a container engine: a base out of Debian's packages, a JDK of just what is needed, a packaged service, its AOT cache. */
@NullMarked
package dev.aisle.images;

import org.jspecify.annotations.NullMarked;
