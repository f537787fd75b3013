package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Hashes as they are written: 64 hexadecimal digits, or base64 as in the published proofs. */
final class HashInput {
    private static final int HEX_DIGITS = 2 * TreeHash.BYTES;

    private HashInput() {}

    /** A hash that somebody claims; one of another length can be read and proves nothing. */
    static TreeHash claimed(String field, String text) {
        try {
            return TreeHash.claimed(
                    text.matches("[0-9a-fA-F]{" + HEX_DIGITS + "}")
                            ? HexFormat.of().parseHex(text)
                            : Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field, "expected a hash in hexadecimal digits or base64");
        }
    }

    /** The steps of a proof; {@code null} is a proof without a step. */
    static List<TreeHash> path(Input input, String field) {
        JsonNode steps = input.optional(field).orElse(null);
        List<TreeHash> path = new ArrayList<>();
        if (steps == null) {
            return path;
        }
        if (!steps.isArray()) {
            throw new InvalidInputException(field, "expected a list of hashes");
        }
        steps.forEach(step -> path.add(claimed(field, Input.text(field, step))));
        return path;
    }

    /** A size or an index. What is beyond 63 bits is in no tree, and is read as −1. */
    static long number(Input input, String field) {
        JsonNode value = input.required(field);
        if (!value.isIntegralNumber()) {
            throw new InvalidInputException(field, "expected a whole number");
        }
        return value.canConvertToLong() ? value.longValue() : -1;
    }

    /** Bytes in hexadecimal digits. */
    static byte[] hex(String field, String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field, "expected hexadecimal digits");
        }
    }
}
