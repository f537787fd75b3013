package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.privacy.merkle.ProofVerifier;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.compute.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** {@code privacy.merkle}: the root and a proof of some leaves, or whether a proof, a head or a receipt of an audit log holds. */
final class PrivacyMerkle implements Function {
    private static final Map<String, String> OTHER_NAMES =
            Map.of("index", "leafIdx", "size", "treeSize", "first", "size1", "second", "size2", "path", "proof");

    @Override
    public String name() {
        return "privacy.merkle";
    }

    @Override
    public String summary() {
        return "Root and proofs of a Merkle tree (RFC 9162), or whether a proof, a signed head or an audit entry"
                + " holds.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
            {"type":"object","properties":{
             "leaves":{"type":"array","description":"texts; the root comes back, and a proof with index or with first and second"},
             "leafInputsHex":{"type":"array","description":"the same in hexadecimal digits"},
             "index":{"type":"integer","description":"of the leaf whose inclusion is to be proved"},
             "size":{"type":"integer","description":"of the tree, when it isn't that of all leaves"},
             "first":{"type":"integer","description":"with second: a consistency proof between two sizes"},
             "second":{"type":"integer"},
             "leafIdx":{"type":"integer","description":"with treeSize, root, leafHash (or entry) and proof: an inclusion proof to verify"},
             "treeSize":{"type":"integer"},
             "root":{"type":"string","description":"hexadecimal digits or base64, as every hash"},
             "leafHash":{"type":"string"},
             "entry":{"type":"string","description":"the leaf itself, as GET /v1/audit shows it"},
             "proof":{"type":["array","null"],"description":"the steps, lowest first"},
             "size1":{"type":"integer","description":"with size2, root1, root2 and proof: a consistency proof to verify"},
             "size2":{"type":"integer"},"root1":{"type":"string"},"root2":{"type":"string"},
             "head":{"type":"string","description":"with signature and publicKey: a signed head to verify, alone or instead of root and treeSize"},
             "signature":{"type":"string"},"publicKey":{"type":"string"}}}\
            """);
    }

    @Override
    public JsonNode example() {
        return Json.constant("{\"leaves\":[\"a\",\"b\",\"c\"],\"index\":1}");
    }

    @Override
    public JsonNode apply(Input given) {
        if (given.optional("leaves").isPresent()
                || given.optional("leafInputsHex").isPresent()) {
            return MerkleLeaves.of(given).answer(given);
        }
        return verify(renamed(given));
    }

    /** The published paths and the published probes name the same things differently; either is taken. */
    private static Input renamed(Input given) {
        ObjectNode input = Json.STRICT.createObjectNode();
        given.node()
                .properties()
                .forEach(
                        field -> input.set(OTHER_NAMES.getOrDefault(field.getKey(), field.getKey()), field.getValue()));
        return new Input(input);
    }

    private static JsonNode verify(Input input) {
        if (input.optional("size1").isPresent()) {
            return valid(consistency(input), "the larger tree doesn't begin with the smaller one");
        }
        if (input.optional("head").isPresent()) {
            return head(input);
        }
        if (input.optional("leafIdx").isPresent()) {
            long size = HashInput.number(input, "treeSize");
            TreeHash root = HashInput.claimed("root", input.text("root"));
            return valid(inclusion(input, size, root), "the leaf isn't at this place in the tree of this root");
        }
        throw new InvalidInputException("leaves", "missing; or send a proof (leafIdx or size1) or a head");
    }

    private static JsonNode head(Input input) {
        SignedHead head = SignedHead.of(input);
        if (!head.signed()) {
            return valid(false, "the head isn't signed with this key");
        }
        boolean alone = input.optional("leafIdx").isEmpty();
        return valid(
                alone || inclusion(input, head.size(), head.root()),
                "the head is signed, but the leaf isn't at this place in its tree");
    }

    private static boolean inclusion(Input input, long size, TreeHash root) {
        TreeHash leaf = input.optionalText("entry")
                .map(entry -> TreeHash.leaf(entry.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> input.optionalText("leafHash")
                        .map(hash -> HashInput.claimed("leafHash", hash))
                        .orElseThrow(() -> new InvalidInputException("leafHash", "missing; or send the entry")));
        List<TreeHash> path = HashInput.path(input, "proof");
        return ProofVerifier.inclusion(leaf, HashInput.number(input, "leafIdx"), size, path, root);
    }

    private static boolean consistency(Input input) {
        return ProofVerifier.consistency(
                HashInput.number(input, "size1"),
                HashInput.number(input, "size2"),
                HashInput.claimed("root1", input.text("root1")),
                HashInput.claimed("root2", input.text("root2")),
                HashInput.path(input, "proof"));
    }

    private static JsonNode valid(boolean valid, String otherwise) {
        ObjectNode output = Json.STRICT.createObjectNode().put("valid", valid);
        return valid ? output : output.put("reason", otherwise);
    }
}
