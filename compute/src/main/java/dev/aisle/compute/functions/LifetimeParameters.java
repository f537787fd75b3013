package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
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

    static LifetimeModel purchases(String model, String field, JsonNode params) {
        return switch (model) {
            case "bgnbd" -> beta(false, 1, field, params);
            case "mbgnbd" -> beta(true, 1, field, params);
            case "bgcnbd_k" -> beta(false, k(field, params), field, params);
            case "mbgcnbd_k" -> beta(true, k(field, params), field, params);
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
        JsonNode rest = params.isArray() && params.size() == 5 ? withoutFirst(params) : params;
        double[] p = read(field, rest, List.of("r", "alpha", "a", "b"));
        return new BetaGeometric(modified, k, p[0], p[1], p[2], p[3]);
    }

    /** With k the list is k, r, alpha, a, b. */
    private static int k(String field, JsonNode params) {
        JsonNode k = params.isArray() ? params.path(0) : params.path("k");
        return Math.toIntExact(Numbers.whole(field + ".k", k));
    }

    private static JsonNode withoutFirst(JsonNode list) {
        var rest = Json.STRICT.createArrayNode();
        for (int n = 1; n < list.size(); n++) {
            rest.add(list.get(n));
        }
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
