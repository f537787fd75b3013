package dev.aisle.ingest.door.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aisle.ingest.shared.values.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as it came, parsed but not yet understood.
 *
 * @param index its place in the batch
 * @param call what the path says it is; {@code BATCH} when the item has to say so itself
 * @param json in the shape of the Segment API
 * @param bytes its size
 * @param tooDeep whether objects stand too deep inside each other
 * @param suspectNull whether the request holds U+0000 somewhere
 * @param fault what the reader of another protocol found wrong with it
 * @param leftOut names of what the reader of another protocol left out already
 * @param strict whether what another item would go on without rejects this one
 */
public record RawItem(
        int index,
        Call call,
        JsonNode json,
        int bytes,
        boolean tooDeep,
        boolean suspectNull,
        @Nullable Fault fault,
        List<String> leftOut,
        boolean strict) {
    public RawItem {
        leftOut = List.copyOf(leftOut);
    }

    /** An item that came in the shape of the Segment API. */
    public RawItem(int index, Call call, JsonNode json, int bytes, boolean tooDeep, boolean suspectNull) {
        this(index, call, json, bytes, tooDeep, suspectNull, null, List.of());
    }

    /** An item that the reader of another protocol brought into the shape of the Segment API. */
    public RawItem(
            int index,
            Call call,
            JsonNode json,
            int bytes,
            boolean tooDeep,
            boolean suspectNull,
            @Nullable Fault fault,
            List<String> leftOut) {
        this(index, call, json, bytes, tooDeep, suspectNull, fault, leftOut, false);
    }

    /** The one event of a request whose sender wants to be told of everything that isn't known. */
    public static RawItem strict(Call call, JsonNode json, int bytes, boolean suspectNull) {
        return new RawItem(0, call, json, bytes, false, suspectNull, null, List.of(), true);
    }

    /** An item that can't be brought into the shape of the Segment API. */
    public static RawItem unfit(int index, Fault fault) {
        return new RawItem(index, Call.BATCH, MissingNode.getInstance(), 0, false, false, fault, List.of());
    }
}
