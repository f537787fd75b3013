package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.algorithms.experiment.BernoulliSequence;
import dev.aisle.algorithms.experiment.EmpiricalProcess;
import dev.aisle.algorithms.experiment.Mixture;
import dev.aisle.algorithms.experiment.Stitching;
import dev.aisle.compute.Json;

/** {@code experiment.confseq}: bounds that hold at every look. */
final class ExperimentConfseq implements Function {
    @Override
    public String name() {
        return "experiment.confseq";
    }

    @Override
    public String summary() {
        return "A bound that a centred sum passes at some look with probability alpha at most, and the evidence so far.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["boundary"],"properties":{
                 "boundary":{"enum":["two_sided_normal_mixture","one_sided_normal_mixture","gamma_exponential","gamma_poisson","beta_binomial","msprt","bernoulli","poly_stitching","empirical_process_lil"]},
                 "s":{"type":"number","description":"centred sum so far; of poly_stitching the exponent of its series (1.4)"},
                 "v":{"type":"number","description":"intrinsic time so far: n times the variance; of empirical_process_lil the observations"},
                 "alpha":{"type":"number","default":0.05},
                 "v_opt":{"type":"number","description":"intrinsic time at which the bound is tightest; left out: v"},
                 "alpha_opt":{"type":"number","default":0.05},
                 "rho":{"type":"number","description":"instead of v_opt"},
                 "c":{"type":"number","description":"gamma_exponential, gamma_poisson: scale of the tail; poly_stitching: 0 by default"},
                 "g":{"type":"number","description":"beta_binomial: observations lie in [-g, h]"},"h":{"type":"number"},
                 "is_one_sided":{"type":"boolean","default":true},
                 "n":{"type":"number","description":"msprt: observations of variance sigma2 each"},"sigma2":{"type":"number"},
                 "tau2":{"type":"number","description":"msprt: variance of the effects that are looked for"},
                 "successes":{"type":"integer","description":"bernoulli"},"trials":{"type":"integer"},"t_opt":{"type":"number","description":"bernoulli: trials at which the interval is tightest"},
                 "v_min":{"type":"number","description":"poly_stitching"},"eta":{"type":"number","default":2},
                 "t_min":{"type":"number","description":"empirical_process_lil"},"A":{"type":"number","default":0.85}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant(
                "{\"boundary\":\"two_sided_normal_mixture\",\"s\":10,\"v\":100,\"v_opt\":100,\"alpha\":0.05}");
    }

    @Override
    public JsonNode apply(Input input) {
        double alpha = ExperimentCompare.level(input);
        return switch (input.text("boundary")) {
            case "two_sided_normal_mixture" -> mixture(input, alpha, Mixture.twoSidedNormal(rho(input, 1)), true);
            case "one_sided_normal_mixture" -> mixture(input, alpha, Mixture.oneSidedNormal(rho(input, 2)), false);
            case "gamma_exponential" ->
                mixture(input, alpha, Mixture.gammaExponential(rho(input, 2), above(input, "c")), false);
            case "gamma_poisson" ->
                mixture(input, alpha, Mixture.gammaPoisson(rho(input, 2), above(input, "c")), false);
            case "beta_binomial" -> betaBinomial(input, alpha);
            case "msprt" -> msprt(input, alpha);
            case "bernoulli" -> bernoulli(input, alpha);
            case "poly_stitching" -> stitching(input, alpha);
            case "empirical_process_lil" -> empirical(input, alpha);
            default ->
                throw new InvalidInputException(
                        "boundary",
                        "expected two_sided_normal_mixture, one_sided_normal_mixture, gamma_exponential, gamma_poisson, beta_binomial, msprt,"
                                + " bernoulli, poly_stitching or empirical_process_lil");
        };
    }

    /** ρ itself, or the best one for a time; one-sided mixtures take twice the level. */
    private static double rho(Input input, int sides) {
        if (input.optional("rho").isPresent()) {
            return above(input, "rho");
        }
        double time = input.optional("v_opt").isPresent() ? above(input, "v_opt") : above(input, "v");
        double alpha = input.optional("alpha_opt")
                .map(value -> Numbers.number("alpha_opt", value))
                .orElse(0.05);
        if (!(alpha > 0 && alpha < 0.5)) {
            throw new InvalidInputException("alpha_opt", "expected a level between 0 and 0.5");
        }
        return Mixture.bestRho(time, sides * alpha);
    }

    private static ObjectNode mixture(Input input, double alpha, Mixture mixture, boolean bothSides) {
        return answer(input, alpha, mixture, bothSides, Double.POSITIVE_INFINITY, above(input, "v"));
    }

    private static ObjectNode betaBinomial(Input input, double alpha) {
        double g = above(input, "g");
        double h = above(input, "h");
        boolean oneSided = input.optional("is_one_sided").isEmpty() || input.flag("is_one_sided");
        Mixture mixture = Mixture.betaBinomial(rho(input, oneSided ? 2 : 1), g, h, oneSided);
        double v = above(input, "v");
        return answer(input, alpha, mixture, !oneSided, v / g, v);
    }

    /** The mixture of normal effects is a normal mixture of the sum. */
    private static ObjectNode msprt(Input input, double alpha) {
        double variance = above(input, "sigma2");
        double n = above(input, "n");
        Mixture mixture = Mixture.twoSidedNormal(variance * variance / above(input, "tau2"));
        return answer(input, alpha, mixture, true, Double.POSITIVE_INFINITY, n * variance);
    }

    private static ObjectNode answer(
            Input input, double alpha, Mixture mixture, boolean bothSides, double most, double v) {
        ObjectNode output = Json.STRICT.createObjectNode();
        double bound = mixture.bound(v, alpha, most);
        output.put("bound", bound);
        input.optional("s").map(value -> Numbers.number("s", value)).ifPresent(s -> {
            double log = mixture.log(s, v);
            output.put("log_mixture", log).put("p", Math.min(1, Math.exp(-log)));
            var interval = output.putArray("ci").add(s - bound);
            if (bothSides) {
                interval.add(s + bound);
            } else {
                interval.addNull();
            }
        });
        return output;
    }

    private static ObjectNode bernoulli(Input input, double alpha) {
        long successes = Numbers.whole("successes", input.required("successes"));
        long trials = Numbers.whole("trials", input.required("trials"));
        if (successes < 0 || trials < successes) {
            throw new InvalidInputException("successes", "expected 0 to trials");
        }
        double[] interval =
                new BernoulliSequence(above(input, "t_opt"), alpha).interval((double) successes, (double) trials);
        ObjectNode output = Json.STRICT.createObjectNode();
        output.putArray("ci").add(interval[0]).add(interval[1]);
        return output;
    }

    private static ObjectNode stitching(Input input, double alpha) {
        double exponent = or(input, "s", 1.4);
        double ratio = or(input, "eta", 2);
        if (!(exponent > 1)) {
            throw new InvalidInputException("s", "expected an exponent above 1");
        }
        if (!(ratio > 1)) {
            throw new InvalidInputException("eta", "expected a ratio above 1");
        }
        Stitching stitching = new Stitching(above(input, "v_min"), or(input, "c", 0), exponent, ratio);
        return Json.STRICT.createObjectNode().put("bound", stitching.bound(above(input, "v"), alpha));
    }

    private static ObjectNode empirical(Input input, double alpha) {
        double scale = or(input, "A", 0.85);
        double least = above(input, "t_min");
        if (!(scale > Math.sqrt(0.5)) || least < 1) {
            throw new InvalidInputException("A", "expected A above 1/√2 and t_min of 1 or more");
        }
        ObjectNode output = Json.STRICT.createObjectNode();
        Numbers.put(output, "bound", new EmpiricalProcess(least, scale).bound(above(input, "v"), alpha));
        return output;
    }

    private static double or(Input input, String field, double usual) {
        return input.optional(field).map(value -> Numbers.number(field, value)).orElse(usual);
    }

    private static double above(Input input, String field) {
        return ExperimentCompare.positive(field, ExperimentCompare.number(input, field));
    }
}
