package dev.aisle.assistant.understanding;

import dev.aisle.algorithms.charts.HeatTable;
import dev.aisle.assistant.understanding.intents.Confusion;
import dev.aisle.assistant.understanding.intents.Intent;
import dev.aisle.assistant.understanding.intents.IntentModel;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model is worth, seen on its examples by models that hadn't seen them.
 *
 * @param examples all that it was learned from, the shop's own among them
 * @param confusion a row an intent, in the order of {@code intents}: for what its examples were taken
 */
record UnderstandingView(
        String locale,
        String version,
        double bar,
        int examples,
        int ownExamples,
        double accuracy,
        double macroF1,
        List<IntentView> intents,
        List<List<Integer>> confusion) {
    private static final double THOUSANDTHS = 1_000;

    record IntentView(String intent, int examples, double precision, double recall, double f1) {}

    static UnderstandingView of(IntentModel model) {
        Confusion confusion = model.confusion();
        List<IntentView> intents = new ArrayList<>();
        List<List<Integer>> rows = new ArrayList<>();
        int examples = 0;
        for (int k = 0; k < confusion.intents().size(); k++) {
            intents.add(new IntentView(
                    confusion.intents().get(k).wireName(),
                    confusion.examples(k),
                    rounded(confusion.precision(k)),
                    rounded(confusion.recall(k)),
                    rounded(confusion.f1(k))));
            List<Integer> row = new ArrayList<>();
            for (int count : confusion.counts()[k]) {
                row.add(count);
            }
            rows.add(row);
            examples += confusion.examples(k);
        }
        return new UnderstandingView(
                model.language().tag(),
                model.version(),
                rounded(model.bar()),
                examples,
                model.own(),
                rounded(confusion.accuracy()),
                rounded(confusion.macroF1()),
                intents,
                rows);
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
    }

    /** The table of confusion as lines of CSV, with its head. */
    static String csv(IntentModel model) {
        Confusion confusion = model.confusion();
        StringBuilder lines = new StringBuilder("locale,version,intent,examples,f1");
        for (Intent intent : confusion.intents()) {
            lines.append(",as_").append(intent.wireName());
        }
        lines.append('\n');
        for (int k = 0; k < confusion.intents().size(); k++) {
            lines.append(model.language().tag())
                    .append(',')
                    .append(model.version())
                    .append(',')
                    .append(confusion.intents().get(k).wireName())
                    .append(',')
                    .append(confusion.examples(k))
                    .append(',')
                    .append(rounded(confusion.f1(k)));
            for (int count : confusion.counts()[k]) {
                lines.append(',').append(count);
            }
            lines.append('\n');
        }
        return lines.toString();
    }

    /** The table of confusion as a picture. */
    static String svg(IntentModel model) {
        Confusion confusion = model.confusion();
        List<String> names = confusion.intents().stream().map(Intent::wireName).toList();
        return new HeatTable(names, confusion.counts())
                .drawAlone(
                        "confusion-" + model.language().tag(), "Intents (rows) and what they were taken for (columns)");
    }
}
