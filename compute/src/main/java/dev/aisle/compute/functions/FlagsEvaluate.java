package dev.aisle.compute.functions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.flags.Buckets;
import dev.aisle.algorithms.flags.Buckets.Range;
import dev.aisle.algorithms.flags.EncryptedPayload;
import dev.aisle.algorithms.flags.Flags;
import dev.aisle.algorithms.flags.GrowthBookHash;
import dev.aisle.algorithms.flags.Namespace;
import dev.aisle.algorithms.flags.QueryOverride;
import dev.aisle.algorithms.flags.StickyBuckets;
import dev.aisle.algorithms.flags.Targeting;
import dev.aisle.compute.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** {@code flags.evaluate}: what a unit gets, by GrowthBook's specification; each kind of its cases can be asked. */
final class FlagsEvaluate implements Function {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "flags.evaluate";
    }

    @Override
    public String summary() {
        return "What a unit gets of a flag or an experiment, by GrowthBook's specification 0.8.";
    }

    @Override
    public JsonNode inputSchema() {
        return Json.constant("""
                {"type":"object","required":["kind","args"],"properties":{
                 "kind":{"enum":["feature","contextualBandit","run","stickyBucket","evalCondition","hash","getBucketRange","chooseVariation","getEqualWeights","inNamespace","getQueryStringOverride","decrypt"]},
                 "args":{"type":"array","description":"as a case of growthbook's cases.json has them, without its name and what is expected: feature [context, key], run [context, experiment], stickyBucket [context, documents, key], evalCondition [condition, attributes, savedGroups], hash [seed, value, version], getBucketRange [[variations, coverage, weights]], chooseVariation [hash, ranges], getEqualWeights [variations], inNamespace [unit, [name, start, end]], getQueryStringOverride [key, url, variations], decrypt [payload, key]. A context has attributes, features, forcedVariations, savedGroups, enabled, qaMode, url"}}}""");
    }

    @Override
    public JsonNode example() {
        return Json.constant(
                "{\"kind\":\"feature\",\"args\":[{\"attributes\":{\"id\":\"123\"},\"features\":{\"button\":{\"rules\":[{\"variations\":[\"red\",\"blue\"]}]}}},\"button\"]}");
    }

    @Override
    public JsonNode apply(Input input) {
        FlagArguments args = new FlagArguments(input.required("args"));
        Object answer = switch (input.text("kind")) {
            case "feature", "contextualBandit" ->
                FlagAnswers.flag(args.text(1), new Flags(args.context(0, null)).evaluate(args.text(1)));
            case "run" -> FlagAnswers.run(new Flags(args.context(0, null)).run(args.object(1)));
            case "stickyBucket" -> sticky(args);
            case "evalCondition" -> new Targeting(args.groups(2)).meets(args.plain(1), args.object(0));
            case "hash" -> hash(args);
            case "getBucketRange" -> FlagAnswers.ranges(ranges(args));
            case "chooseVariation" -> Buckets.choose(args.number(0), args.ranges(1));
            case "getEqualWeights" -> Buckets.equalWeights(args.whole(0));
            case "inNamespace" -> namespace(args).holds(args.text(0));
            case "getQueryStringOverride" -> QueryOverride.of(args.text(0), args.text(1), args.whole(2));
            case "decrypt" ->
                EncryptedPayload.decrypt(args.text(0), args.text(1)).orElse(null);
            default ->
                throw new InvalidInputException(
                        "kind",
                        "expected feature, contextualBandit, run, stickyBucket, evalCondition, hash, getBucketRange, chooseVariation, getEqualWeights,"
                                + " inNamespace, getQueryStringOverride or decrypt");
        };
        return JSON.valueToTree(answer);
    }

    private static Object sticky(FlagArguments args) {
        StickyBuckets kept = new StickyBuckets();
        args.documents(1).forEach(kept::with);
        Flags.Flag flag = new Flags(args.context(0, kept)).evaluate(args.text(2));
        List<Object> answer = new ArrayList<>();
        answer.add(flag.assignment() == null ? null : FlagAnswers.assignment(args.text(2), flag.assignment()));
        answer.add(kept.documents());
        return answer;
    }

    private static Object hash(FlagArguments args) {
        OptionalDouble hash = GrowthBookHash.hash(args.text(0), args.text(1), args.whole(2));
        return hash.isPresent() ? hash.getAsDouble() : JSON.nullNode();
    }

    private static List<Range> ranges(FlagArguments args) {
        FlagArguments given = args.list(0);
        return Buckets.of(given.whole(0), given.number(1), given.optionalNumbers(2));
    }

    private static Namespace namespace(FlagArguments args) {
        FlagArguments given = args.list(1);
        return new Namespace(given.text(0), new Range(given.number(1), given.number(2)));
    }
}
