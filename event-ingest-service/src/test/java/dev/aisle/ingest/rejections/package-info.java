/** Tests of lists and replays with the service running. */
package dev.aisle.ingest.rejections;
