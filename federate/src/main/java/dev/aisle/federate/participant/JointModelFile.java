package dev.aisle.federate.participant;

import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.artefact.Origin;
import dev.aisle.algorithms.federated.JointSettings;
import dev.aisle.federate.participant.Participant.Learnt;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a shop takes home: the item factors, its own product ids with their rows, and what recommender-service asks of a file from outside. */
public final class JointModelFile {
    private JointModelFile() {}

    /**
     * The file, to be written.
     *
     * @param ids own products
     * @param readAt when the people were read out of the shop: who is erased later was learned from
     */
    public static ArtefactWriter of(Learnt learnt, List<String> ids, Instant readAt) {
        Map<String, String> parameters = Map.of(
                "joint", "true",
                "readAt", readAt.toString(),
                "settings", words(learnt.factors().settings()));
        ArtefactWriter writer = new ArtefactWriter(Origin.of("ials", parameters, 0, ""));
        learnt.factors().model().store(writer);
        return writer.texts("products", ids.toArray(String[]::new)).ints("numbers", learnt.numbers());
    }

    private static String words(JointSettings settings) {
        return String.format(
                Locale.ROOT,
                "rank=%d rounds=%d clip=%s census-clip=%s noise=%s unobserved=%s regularisation=%s",
                settings.rank(),
                settings.rounds(),
                settings.clip(),
                settings.censusClip(),
                settings.noise(),
                settings.unobserved(),
                settings.regularisation());
    }
}
