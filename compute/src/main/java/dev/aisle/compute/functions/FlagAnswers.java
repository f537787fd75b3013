package dev.aisle.compute.functions;

import dev.aisle.algorithms.flags.Assignment;
import dev.aisle.algorithms.flags.Buckets.Range;
import dev.aisle.algorithms.flags.Flags.Flag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What flags give, as cases of the specification state it. */
final class FlagAnswers {
    private FlagAnswers() {}

    static Map<String, Object> flag(String key, Flag flag) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("value", flag.value());
        answer.put("on", flag.on());
        answer.put("off", !flag.on());
        answer.put("source", flag.source().wireName());
        answer.put("ruleId", flag.rule());
        if (flag.assignment() != null) {
            answer.put("experiment", flag.experiment());
            answer.put("experimentResult", assignment(key, flag.assignment()));
        }
        return answer;
    }

    static Map<String, Object> assignment(String key, Assignment assignment) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("key", assignment.key());
        answer.put("featureId", key);
        answer.put("inExperiment", assignment.inExperiment());
        answer.put("hashUsed", assignment.hashUsed());
        answer.put("variationId", assignment.variation());
        answer.put("value", assignment.value());
        answer.put("hashAttribute", assignment.attribute());
        answer.put("hashValue", assignment.unit());
        answer.put("stickyBucketUsed", assignment.sticky());
        if (assignment.name() != null) {
            answer.put("name", assignment.name());
        }
        if (assignment.bucket() != null) {
            answer.put("bucket", assignment.bucket());
        }
        if (assignment.bandit() != null) {
            answer.putAll(assignment.bandit());
        }
        if (assignment.passthrough()) {
            answer.put("passthrough", true);
        }
        return answer;
    }

    /** Value, whether it counts, whether the hash decided. */
    static List<Object> run(Assignment assignment) {
        List<Object> answer = new ArrayList<>();
        answer.add(assignment.value());
        answer.add(assignment.inExperiment());
        answer.add(assignment.hashUsed());
        return answer;
    }

    static List<List<Double>> ranges(List<Range> ranges) {
        return ranges.stream().map(range -> List.of(range.start(), range.end())).toList();
    }
}
