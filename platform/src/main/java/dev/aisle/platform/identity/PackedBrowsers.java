package dev.aisle.platform.identity;

import dev.aisle.platform.packed.PackedReader;
import dev.aisle.platform.packed.PackedWriter;
import dev.aisle.platform.packed.Packing;
import java.util.HashSet;
import java.util.Set;

/** A customer's browsers as bytes. */
final class PackedBrowsers implements Packing<Set<String>> {
    @Override
    public void write(Set<String> browsers, PackedWriter out) {
        out.number(browsers.size());
        browsers.forEach(out::key);
    }

    @Override
    public Set<String> read(String customer, PackedReader in) {
        Set<String> browsers = new HashSet<>();
        for (long left = in.number(); left > 0; left--) {
            browsers.add(in.key());
        }
        return Set.copyOf(browsers);
    }
}
