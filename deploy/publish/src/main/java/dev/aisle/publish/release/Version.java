package dev.aisle.publish.release;

import dev.aisle.publish.Failure;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version by Semantic Versioning, without anything behind its three numbers. */
record Version(int major, int minor, int patch) implements Comparable<Version> {
    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})");
    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    static boolean written(String text) {
        return FORM.matcher(text).matches();
    }

    static Version of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Failure("\"" + text + "\" is no version: expected three numbers, such as 1.2.0.");
        }
        return new Version(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
    }

    /** What is worked on afterwards. */
    Version next() {
        return new Version(major, minor + 1, 0);
    }

    String snapshot() {
        return this + "-SNAPSHOT";
    }

    String tag() {
        return "v" + this;
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
