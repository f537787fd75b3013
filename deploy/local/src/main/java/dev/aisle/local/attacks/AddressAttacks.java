package dev.aisle.local.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.client.Reply;
import dev.aisle.local.stack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Attacks by addresses that pages will link to and that are scripts. */
final class AddressAttacks {
    private static final String HARMLESS = "https://shop.example/mug";
    private static final List<String> SCRIPTS = List.of(
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x");
    private static final List<Field> FIELDS = List.of(
            new Field("a product's url", address -> product("url", address)),
            new Field("a product's imageUrl", address -> product("imageUrl", address)),
            new Field(
                    "a notice's url",
                    address -> put(
                            Part.PRIVACY,
                            "/v1/notices/" + Target.unique("address"),
                            "privacy-officer",
                            Json.object().put("language", "en").put("url", address))),
            new Field(
                    "an article's url",
                    address -> put(
                            Part.RECOMMENDER,
                            "/v1/articles/" + Target.unique("address") + "/en",
                            "marketer",
                            Json.object()
                                    .put("title", "Mugs")
                                    .put("body", "Mugs are warm.")
                                    .put("url", address))));

    private AddressAttacks() {}

    static List<Attack> all() {
        return List.of(new Attack(
                "scripts-in-addresses",
                "No product, no notice and no article takes an address that is a script",
                AddressAttacks::scripts));
    }

    /** A field that takes an address, and the call that writes it. */
    private record Field(String name, Function<String, Call> write) {
        boolean takes(Target target, String address) {
            Reply reply = target.send(write.apply(address));
            return reply.ok() && reply.json().path("accepted").asInt(1) > 0;
        }
    }

    private static AttackResult scripts(Target target) {
        List<String> taken = new ArrayList<>();
        for (Field field : FIELDS) {
            if (!field.takes(target, HARMLESS)) {
                return AttackResult.broken(
                        "the attempt could not be made: " + field.name() + " doesn't take " + HARMLESS);
            }
            SCRIPTS.stream()
                    .filter(script -> field.takes(target, script))
                    .forEach(script -> taken.add(field.name() + ": " + script));
        }
        return AttackResult.of(taken, SCRIPTS.size() + " addresses in " + FIELDS.size() + " fields");
    }

    private static Call product(String field, String address) {
        ObjectNode product = Json.object()
                .put("productId", Target.unique("address"))
                .put("title", "Mug")
                .put(field, address);
        return Call.post(Part.INGEST, "/v1/products", Json.write(product), "application/x-ndjson")
                .as("operator");
    }

    private static Call put(Part part, String path, String client, ObjectNode body) {
        return new Call("PUT", part, path, client, Json.write(body), Map.of("Content-Type", "application/json"));
    }
}
