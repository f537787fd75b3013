/** What operators set, as this instance knows it: the latest of each key of the settings topic. The topic is the store. */
@NullMarked
package dev.aisle.ingest.settings.store;

import org.jspecify.annotations.NullMarked;
