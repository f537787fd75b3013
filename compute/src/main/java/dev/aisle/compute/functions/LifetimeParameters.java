package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.customers.lifetime.BetaGeometric;
import dev.aisle.algorithms.customers.lifetime.GammaGamma;
import dev.aisle.algorithms.customers.lifetime.LifetimeModel;
import dev.aisle.algorithms.customers.lifetime.Nbd;
import dev.aisle.algorithms.customers.lifetime.ParetoNbd;
import dev.aisle.compute.Json;
import java.util.List;

/** The parameters of a customer model as JSON: an object by name, or a list in the usual order. */
final class LifetimeParameters {
    static final List<String> MODELS =
            List.of("bgnbd", "mbgnbd", "bgcnbd_k", "mbgcnbd_k", "paretonbd", "nbd", "gammagamma");

    private LifetimeParameters() {}

    /** The model of purchases; a {@code k} may stand beside the parameters instead of among them. */
    static LifetimeModel purchases(Input input, String model, String field, JsonNode given) {
        JsonNode params = model.endsWith("_k") ? withK(input, given) : given;
        return switch (model) {
            case "bgnbd" -> beta(false, 1, field, params);
            case "mbgnbd" -> beta(true, 1, field, params);
            case "bgcnbd_k" -> beta(false, k(field, params), field, withoutK(params));
            case "mbgcnbd_k" -> beta(true, k(field, params), field, withoutK(params));
            case "paretonbd" -> {
                double[] p = read(field, params, List.of("r", "alpha", "s", "beta"));
                yield new ParetoNbd(p[0], p[1], p[2], p[3]);
            }
            case "nbd" -> {
                double[] p = read(field, params, List.of("r", "alpha"));
                yield new Nbd(p[0], p[1]);
            }
            default -> throw unknownModel();
        };
    }

    static InvalidInputException unknownModel() {
        return new InvalidInputException("model", "expected one of " + String.join(", ", MODELS));
    }

    private static BetaGeometric beta(boolean modified, int k, String field, JsonNode params) {
        double[] p = read(field, params, List.of("r", "alpha", "a", "b"));
        return new BetaGeometric(modified, k, p[0], p[1], p[2], p[3]);
    }

    /** With k the list is k, r, alpha, a, b. */
    private static int k(String field, JsonNode params) {
        JsonNode k = params.isArray() ? params.path(0) : params.path("k");
        return Math.toIntExact(Numbers.whole(field + ".k", k));
    }

    private static JsonNode withK(Input input, JsonNode params) {
        if (input.optional("k").isEmpty() || params.has("k")) {
            return params;
        }
        JsonNode k = input.required("k");
        if (params.isArray()) {
            return params.size() == 4 ? Json.STRICT.createArrayNode().add(k).addAll((ArrayNode) params) : params;
        }
        return params.isObject() ? ((ObjectNode) params.deepCopy()).set("k", k) : params;
    }

    private static JsonNode withoutK(JsonNode params) {
        if (!params.isArray() || params.isEmpty()) {
            return params;
        }
        ArrayNode rest = params.deepCopy();
        rest.remove(0);
        return rest;
    }

    static GammaGamma spend(String field, JsonNode params) {
        double[] p = read(field, params, List.of("p", "q", "v"));
        return new GammaGamma(p[0], p[1], p[2]);
    }

    private static double[] read(String field, JsonNode params, List<String> names) {
        if (params.isArray() ? params.size() != names.size() : !params.isObject()) {
            throw new InvalidInputException(field, "expected " + String.join(", ", names));
        }
        double[] numbers = new double[names.size()];
        for (int n = 0; n < numbers.length; n++) {
            JsonNode value = params.isArray() ? params.get(n) : params.path(names.get(n));
            numbers[n] = Numbers.number(field + "." + names.get(n), value);
            if (numbers[n] <= 0) {
                throw new InvalidInputException(field + "." + names.get(n), "expected a number above 0");
            }
        }
        return numbers;
    }

    static ObjectNode json(LifetimeModel model) {
        ObjectNode json = Json.STRICT.createObjectNode();
        switch (model) {
            case BetaGeometric m -> {
                if (m.k() > 1) {
                    json.put("k", m.k());
                }
                json.put("r", m.r()).put("alpha", m.alpha()).put("a", m.a()).put("b", m.b());
            }
            case ParetoNbd m ->
                json.put("r", m.r()).put("alpha", m.alpha()).put("s", m.s()).put("beta", m.beta());
            case Nbd m -> json.put("r", m.r()).put("alpha", m.alpha());
        }
        return json;
    }

    static ObjectNode json(GammaGamma model) {
        return Json.STRICT
                .createObjectNode()
                .put("p", model.p())
                .put("q", model.q())
                .put("v", model.v());
    }
}
