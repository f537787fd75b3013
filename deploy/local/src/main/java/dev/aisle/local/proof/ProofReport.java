package dev.aisle.local.proof;

import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Part;
import java.util.ArrayList;
import java.util.List;

/** What the searches have found, and what is wrong with it. */
public final class ProofReport {
    /** Where somebody who stays must be found, or the search is blind there. */
    private static final List<String> SEEN_IN = List.of(
            StoredFiles.TABLES,
            StoredFiles.KAFKA,
            StoredFiles.CHANGELOGS,
            StoredFiles.STATE,
            StoredFiles.ARCHIVE,
            Places.heapOf(Part.INGEST),
            Places.heapOf(Part.PROFILE),
            Places.heapOf(Part.RECOMMENDER),
            Places.heapOf(Part.CAMPAIGN),
            Places.heapOf(Part.PRIVACY));

    private final Progress progress;
    private final List<String> remarks = new ArrayList<>();

    ProofReport(Progress progress) {
        this.progress = progress;
    }

    void before(Findings findings) {
        progress.say("Found of the person before the erasure:\n" + findings.table());
    }

    void stayed(Findings findings) {
        progress.say("Found of somebody who stays, by the same search:\n" + findings.table());
        for (String place : SEEN_IN) {
            if (findings.in(place) == 0) {
                remarks.add("The search is blind: somebody who stays is not found in " + place);
            }
        }
    }

    void after(Findings findings) {
        progress.say("Found of the erased person:\n" + findings.table());
        if (findings.total() > 0) {
            remarks.add("The erased person is found " + findings.total() + " times.");
        }
    }

    void remarks(List<String> more) {
        remarks.addAll(more);
    }

    /** What is wrong; none when the proof holds. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }
}
