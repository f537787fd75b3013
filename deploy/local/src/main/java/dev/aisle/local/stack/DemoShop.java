package dev.aisle.local.stack;

import java.nio.file.Path;
import java.util.Map;

/** The storefront of the local stack: its pages, its gateway, its orders. It needs no service to start. */
final class DemoShop implements Blueprint {
    private static final int HEAP_MEGABYTES = 64;
    private static final String JAR = "aisle-shop-0.1.0-SNAPSHOT.jar";

    private final Layout layout;

    DemoShop(Layout layout) {
        this.layout = layout;
    }

    @Override
    public Part part() {
        return Part.SHOP;
    }

    @Override
    public Path artifact() {
        return module().resolve("target").resolve(JAR);
    }

    private Path module() {
        return layout.project().resolve("deploy/shop");
    }

    @Override
    public void prepare() {
        // It keeps nothing.
    }

    @Override
    public Launch launch() {
        var command = Jvm.command(
                HEAP_MEGABYTES,
                Jvm.quickStart(),
                "-cp",
                artifact() + ":" + Jvm.libraries(module()),
                "dev.aisle.shop.DemoShop");
        var ports = layout.ports();
        var environment = Map.of(
                "SHOP_PORT",
                Integer.toString(ports.of(Part.SHOP)),
                "SHOP_TOKENS",
                ports.issuer() + "/token",
                "SHOP_DOOR",
                ports.http(Part.INGEST).toString(),
                "SHOP_RECOMMENDER",
                ports.http(Part.RECOMMENDER).toString(),
                "SHOP_CLIENT_SECRET",
                ServiceEnvironment.CLIENT_SECRET,
                "SHOP_WRITE_KEY",
                ServiceEnvironment.WRITE_KEY,
                "SHOP_HOOK_SECRET",
                ServiceEnvironment.HOOK_SECRET,
                "SHOP_KNOWLEDGE",
                layout.project().resolve("deploy/knowledge/articles").toString());
        return new Launch(command, environment, layout.home(), layout.log(Part.SHOP));
    }

    @Override
    public boolean ready() {
        return Probe.ok(layout.ports().http(Part.SHOP).resolve("/shop.css"));
    }

    @Override
    public void provision() {
        // It serves everybody.
    }
}
