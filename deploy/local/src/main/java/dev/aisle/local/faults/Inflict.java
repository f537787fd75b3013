package dev.aisle.local.faults;

import dev.aisle.local.network.Weather;
import dev.aisle.local.stack.Victim;
import java.time.Duration;
import java.util.List;

/** Lets a fault happen, and puts it right when its time is over. */
final class Inflict {
    private static final Duration LATE = Duration.ofMillis(300);
    private static final int NARROW_BYTES_PER_SECOND = 40_000;
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Duration BEHIND = Duration.ofMinutes(-1);
    private static final int STOPPED_MILLIS = 80;
    private static final int GOING_MILLIS = 20;

    private final Arena arena;

    Inflict(Arena arena) {
        this.arena = arena;
    }

    /** Returns when it is put right; the recovery counts from there. */
    void happen(Fault fault) throws InterruptedException {
        switch (fault.kind()) {
            case KILL -> victim(fault).kill();
            case HANG -> hang(fault);
            case SLOW -> slow(fault);
            case FULL -> full(fault);
            case CUT -> weather(fault, Weather.CUT);
            case SILENCE -> weather(fault, Weather.SILENT);
            case LATE -> weather(fault, Weather.late(LATE));
            case NARROW -> weather(fault, Weather.narrow(NARROW_BYTES_PER_SECOND));
            case CLOCK_AHEAD -> clock(fault, AHEAD);
            case CLOCK_BEHIND -> clock(fault, BEHIND);
        }
    }

    private Victim victim(Fault fault) {
        return arena.victim(fault.target());
    }

    private void hang(Fault fault) throws InterruptedException {
        List<Long> pids = victim(fault).pids();
        Signals.stop(pids);
        try {
            Thread.sleep(fault.lasting());
        } finally {
            Signals.goOn(pids);
        }
    }

    private void slow(Fault fault) throws InterruptedException {
        List<Long> pids = victim(fault).pids();
        var end = System.nanoTime() + fault.lasting().toNanos();
        try {
            while (System.nanoTime() < end) {
                Signals.stop(pids);
                Thread.sleep(STOPPED_MILLIS);
                Signals.goOn(pids);
                Thread.sleep(GOING_MILLIS);
            }
        } finally {
            Signals.goOn(pids);
        }
    }

    /** Whoever dies of it is started again once there is room. */
    private void full(Fault fault) throws InterruptedException {
        var victim = victim(fault);
        arena.hold(fault.target(), true);
        Signals.full(victim.pids(), true);
        try {
            Thread.sleep(fault.lasting());
        } finally {
            Signals.full(victim.pids(), false);
            arena.hold(fault.target(), false);
        }
    }

    private void weather(Fault fault, Weather weather) throws InterruptedException {
        arena.way(fault.target()).is(weather);
        try {
            Thread.sleep(fault.lasting());
        } finally {
            arena.way(fault.target()).is(Weather.FAIR);
        }
    }

    private void clock(Fault fault, Duration error) throws InterruptedException {
        arena.setClock(fault.target(), error);
        try {
            Thread.sleep(fault.lasting());
        } finally {
            arena.setClock(fault.target(), Duration.ZERO);
        }
    }
}
