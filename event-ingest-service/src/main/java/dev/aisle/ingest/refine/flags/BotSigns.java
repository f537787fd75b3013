package dev.aisle.ingest.refine.flags;

import dev.aisle.contracts.events.v1.Flag;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether an event looks as if no person had caused it. */
public final class BotSigns {
    /** So many gaps of nearly one length in a row don't come from a hand. */
    private static final int EQUAL_GAPS = 10;

    private BotSigns() {}

    /** The flags of an event, one for each sign; the pace includes it. */
    public static List<Flag> of(ShopEvent.Builder event, Pace pace, int mostPerMinute) {
        List<Flag> flags = new ArrayList<>();
        if (event.getContext().getAutomated()) {
            flags.add(bot("context.automated", "user agent names a robot", 1));
        }
        int withinMinute = pace.withinMinute();
        if (withinMinute > mostPerMinute) {
            flags.add(bot("occurred_at", withinMinute + " events within 60 s", withinMinute));
        }
        if (pace.run() >= EQUAL_GAPS) {
            String seconds = String.format(Locale.ROOT, "%.2f", pace.gapMillis() / 1000.0);
            flags.add(bot("occurred_at", "the last " + pace.run() + " gaps are all " + seconds + " s", pace.run()));
        }
        return flags;
    }

    private static Flag bot(String field, String reason, double score) {
        return Flag.newBuilder()
                .setKind(Flag.Kind.BOT)
                .setField(field)
                .setReason(reason)
                .setScore(score)
                .build();
    }
}
