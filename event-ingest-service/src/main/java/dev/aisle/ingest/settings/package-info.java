/** What operators set, as this instance knows it: the latest of each key of the settings topic. A change is made by one instance at a time and in force here when the call returns. */
@NullMarked
package dev.aisle.ingest.settings;

import org.jspecify.annotations.NullMarked;
