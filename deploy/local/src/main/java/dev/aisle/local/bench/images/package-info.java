/** What the services' images are worth: how soon one answers, and what it takes then. */
@NullMarked
package dev.aisle.local.bench.images;

import org.jspecify.annotations.NullMarked;
