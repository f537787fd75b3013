package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One event as it came, parsed but not yet understood.
 *
 * @param index its place in the batch
 * @param call what the path says it is; {@code BATCH} when the item has to say so itself
 * @param bytes its size
 * @param tooDeep whether objects stand too deep inside each other
 * @param suspectNull whether the request holds U+0000 somewhere
 */
public record RawItem(int index, Call call, JsonNode json, int bytes, boolean tooDeep, boolean suspectNull) {}
