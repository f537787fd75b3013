package dev.aisle.shop.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the gateway did for one visitor, the latest calls; the side panel shows it. It lives as long as the visit. */
public final class Journal {
    private static final int MOST = 60;

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;

    /**
     * A call, or the page that the calls after it were made for.
     *
     * @param number counts up from 1
     * @param service empty of a page
     * @param status  of HTTP; 0 when there was no answer
     * @param sent    JSON without secrets; empty for none
     * @param answered likewise
     * @param told    what it came to
     */
    public record Entry(
            long number,
            Instant at,
            Kind kind,
            String service,
            String method,
            String path,
            int status,
            long millis,
            String sent,
            String answered,
            Told told) {}

    /** Notes that a page was asked for, or a form sent. */
    public void page(String method, String path) {
        Told told = Told.fine(method.equals("POST") ? "form" : "page");
        add(Kind.PAGE, "", method, path, new Exchanged("", "", 200, 0, told));
    }

    /** What went there and back. */
    record Exchanged(String sent, String answered, int status, long millis, Told told) {}

    synchronized void add(Kind kind, String service, String method, String path, Exchanged exchanged) {
        last++;
        entries.addLast(new Entry(
                last,
                Instant.now(),
                kind,
                service,
                method,
                path,
                exchanged.status(),
                exchanged.millis(),
                exchanged.sent(),
                exchanged.answered(),
                exchanged.told()));
        while (entries.size() > MOST) {
            entries.removeFirst();
        }
        notifyAll();
    }

    /** The entries after that number; where there are none it waits for one as long as that. */
    public synchronized List<Entry> after(long number, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (last <= number) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                return List.of();
            }
            wait(left);
        }
        return entries.stream().filter(entry -> entry.number() > number).toList();
    }
}
