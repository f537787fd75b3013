package dev.aisle.local.chaos;

/**
 * Where a process ends: at the so-manieth passing of the entry or an exit of a method.
 *
 * @param className with its package
 * @param hits the passing at which it ends, from 1
 */
record CrashPlace(String className, String method, boolean atEntry, int hits) {
    private static final String SEPARATOR = "#";

    /** Reads {@code class#method#entry|exit#hits}. */
    static CrashPlace parse(String script) {
        var words = script.split(SEPARATOR, -1);
        if (words.length != 4 || !(words[2].equals("entry") || words[2].equals("exit"))) {
            throw new IllegalArgumentException("Not class#method#entry|exit#hits: " + script);
        }
        return new CrashPlace(words[0], words[1], words[2].equals("entry"), Integer.parseInt(words[3]));
    }

    String script() {
        return String.join(SEPARATOR, className, method, atEntry ? "entry" : "exit", Integer.toString(hits));
    }
}
