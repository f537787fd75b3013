package dev.aisle.campaign.experiments.domain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.domain.reading.Spot;

/** Reads what a flag answers. */
public final class ValueReader {
    private static final int MOST = 16_000;

    private ValueReader() {}

    /**
     * Reads a value.
     *
     * @param flag its key: what the suite itself looks at has to be of the form that is looked for
     */
    public static JsonNode read(Spot spot, String flag) {
        if (spot.node().isMissingNode() || spot.node().isNull()) {
            spot.wrong("This is missing.", "Write what the flag answers: true, \"blue\", 3 or an object.");
        } else if (spot.node().toString().length() > MOST) {
            spot.wrong("This is too long.", "Write at most " + MOST + " characters.");
        } else if (RankingFlag.is(flag)) {
            RankingFlag.read(spot);
        }
        return spot.node();
    }
}
