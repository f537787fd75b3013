package dev.aisle.platform.identity;

import dev.aisle.platform.packed.PackedReader;
import dev.aisle.platform.packed.PackedWriter;
import dev.aisle.platform.packed.Packing;

/** Links of browsers as bytes. */
final class PackedLinks implements Packing<BrowserLink> {
    @Override
    public void write(BrowserLink link, PackedWriter out) {
        out.number(link.shared() ? 1 : 0);
        out.key(link.customer());
    }

    @Override
    public BrowserLink read(String browser, PackedReader in) {
        boolean shared = in.number() == 1;
        return new BrowserLink(in.key(), shared);
    }
}
