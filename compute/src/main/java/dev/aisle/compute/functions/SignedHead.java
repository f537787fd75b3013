package dev.aisle.compute.functions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.privacy.merkle.HeadVerifier;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.compute.Json;
import java.nio.charset.StandardCharsets;

/** A head of privacy-service's audit log as an auditor has it: its text, the signature of that text, and the key. */
record SignedHead(boolean signed, long size, TreeHash root) {
    static SignedHead of(Input input) {
        String text = input.text("head");
        HeadVerifier key;
        try {
            key = HeadVerifier.ofHex(input.text("publicKey"));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("publicKey", "expected an Ed25519 key of 64 hexadecimal digits");
        }
        byte[] signature = HashInput.hex("signature", input.text("signature"));
        Input head = new Input(parse(text));
        return new SignedHead(
                key.verify(text.getBytes(StandardCharsets.UTF_8), signature),
                HashInput.number(head, "size"),
                HashInput.claimed("head.root", head.text("root")));
    }

    private static JsonNode parse(String text) {
        try {
            return Json.STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new InvalidInputException("head", "expected the text of a head, which is JSON");
        }
    }
}
