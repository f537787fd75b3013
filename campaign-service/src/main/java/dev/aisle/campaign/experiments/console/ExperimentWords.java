package dev.aisle.campaign.experiments.console;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Codes of experiments in templates: {@code row.state.ofExperiments} is the key of its word. */
@TemplateExtension
final class ExperimentWords {
    private ExperimentWords() {}

    /** The key under which the words of a code stand: {@code experiments_is_running}. */
    public static String ofExperiments(String code) {
        return "experiments_is_" + code;
    }

    /** The key of the title of a plan's form. */
    public static String ofPlans(String code) {
        return "experiments_plan_" + code;
    }

    /** The key of what a plan's form is for. */
    public static String aboutPlans(String code) {
        return "experiments_plan_about_" + code;
    }

    /** The key of a plan's button. */
    public static String doPlans(String code) {
        return "experiments_plan_do_" + code;
    }

    /** The key of the heading over the metrics of a role. */
    public static String captionOfExperiments(String code) {
        return "experiments_caption_" + code;
    }

    /** The key of what was done. */
    public static String deedOfExperiments(String code) {
        return "experiments_deed_" + code;
    }

    /** Where a client key is revoked. */
    public static String revokePath(String key) {
        return "/console/experiments/access/keys/" + key + "/revoke";
    }

    /** Where a flag is removed. */
    public static String removePath(String key) {
        return "/console/experiments/flags/one/" + key + "/remove";
    }

    /** Where an experiment's steps are sent. */
    public static String stepsOf(String id) {
        return "/console/experiments/one/" + id + "/steps";
    }

    /** Where the looks at a goal are as a file. */
    public static String looksOf(String metric, String id, int phase) {
        return "/console/experiments/one/" + id + "/looks?phase=" + phase + "&metric=" + inAddress(metric);
    }

    /** The id of a goal's chart. */
    public static String effectChart(String metric) {
        return "effect-" + metric;
    }

    /** The id of a goal's other chart. */
    public static String evidenceChart(String metric) {
        return "evidence-" + metric;
    }

    /** How a state, a decision or a standing looks. */
    public static String experimentTone(String code) {
        return switch (code) {
            case "running", "ship", "better", "kept" -> "good";
            case "stopped", "unhealthy", "keep_going" -> "warn";
            case "roll_back", "worse" -> "bad";
            case "draft" -> "accent";
            default -> "";
        };
    }

    /** The text as a value in an address. */
    public static String inAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
