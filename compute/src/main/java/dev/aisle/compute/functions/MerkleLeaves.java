package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.privacy.merkle.CompactRange;
import dev.aisle.algorithms.privacy.merkle.MerkleProofs;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.compute.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A tree of leaves that were given, with the hashes of its nodes by level. */
final class MerkleLeaves {
    private final List<List<TreeHash>> levels = new ArrayList<>();
    private final CompactRange range = CompactRange.empty();

    private MerkleLeaves() {}

    static MerkleLeaves of(Input input) {
        MerkleLeaves tree = new MerkleLeaves();
        boolean hex = input.optional("leafInputsHex").isPresent();
        String field = hex ? "leafInputsHex" : "leaves";
        JsonNode leaves = input.required(field);
        if (!leaves.isArray()) {
            throw new InvalidInputException(field, "expected a list of texts");
        }
        for (JsonNode leaf : leaves) {
            String text = Input.text(field, leaf);
            tree.append(hex ? HashInput.hex(field, text) : text.getBytes(StandardCharsets.UTF_8));
        }
        return tree;
    }

    private void append(byte[] leaf) {
        range.append(TreeHash.leaf(leaf), node -> {
            if (node.level() == levels.size()) {
                levels.add(new ArrayList<>());
            }
            levels.get(node.level()).add(node.hash());
        });
    }

    JsonNode answer(Input input) {
        MerkleProofs proofs =
                new MerkleProofs((level, index) -> levels.get(level).get((int) index));
        boolean consistency = input.optional("first").isPresent();
        String sizeField = consistency ? "second" : "size";
        long size = input.optional(sizeField).isPresent() ? HashInput.number(input, sizeField) : range.size();
        if (size < 0 || size > range.size()) {
            throw new InvalidInputException(sizeField, "expected 0 to " + range.size() + ", the number of leaves");
        }
        ObjectNode output = Json.STRICT.createObjectNode();
        output.put("size", size).put("root", proofs.root(size).hex());
        if (consistency) {
            put(output, "first", () -> proofs.consistency(HashInput.number(input, "first"), size));
        } else if (input.optional("index").isPresent()) {
            long index = HashInput.number(input, "index");
            put(output, "index", () -> proofs.inclusion(index, size));
            output.put("leafHash", levels.getFirst().get((int) index).hex());
        }
        return output;
    }

    private static void put(ObjectNode output, String field, java.util.function.Supplier<List<TreeHash>> proof) {
        try {
            ArrayNode steps = Json.STRICT.createArrayNode();
            proof.get().forEach(step -> steps.add(step.hex()));
            output.set("proof", steps);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field, String.valueOf(e.getMessage()));
        }
    }
}
