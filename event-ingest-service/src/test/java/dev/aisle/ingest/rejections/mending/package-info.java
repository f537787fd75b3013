/** Tests of the rules beside them. No broker runs here. */
package dev.aisle.ingest.rejections.mending;
