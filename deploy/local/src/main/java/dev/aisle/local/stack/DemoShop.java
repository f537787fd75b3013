package dev.aisle.local.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
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
    public Launch launch() {
        var command = Jvm.command(
                HEAP_MEGABYTES,
                Jvm.quickStart(),
                "-cp",
                Jvm.classPath(artifact(), module()),
                "dev.aisle.shop.DemoShop");
        return new Launch(command, environment(), layout.home(), layout.log(Part.SHOP));
    }

    private Map<String, String> environment() {
        var ports = layout.ports();
        var all = new LinkedHashMap<String, String>();
        all.put("SHOP_PORT", Integer.toString(ports.of(Part.SHOP)));
        all.put("SHOP_TOKENS", ports.issuer() + "/token");
        all.put("SHOP_DOOR", ports.http(Part.INGEST).toString());
        all.put("SHOP_RECOMMENDER", ports.http(Part.RECOMMENDER).toString());
        all.put("SHOP_CAMPAIGNS", ports.http(Part.CAMPAIGN).toString());
        all.put("SHOP_PRIVACY", ports.http(Part.PRIVACY).toString());
        all.put("SHOP_CLIENT_SECRET", ServiceEnvironment.CLIENT_SECRET);
        all.put("SHOP_WRITE_KEY", ServiceEnvironment.SERVER_WRITE_KEY);
        all.put("SHOP_HOOK_SECRET", ServiceEnvironment.HOOK_SECRET);
        all.put(
                "SHOP_KNOWLEDGE",
                layout.project().resolve("deploy/knowledge/articles").toString());
        return all;
    }

    @Override
    public boolean ready() {
        return Probe.ok(layout.ports().http(Part.SHOP).resolve("/shop.css"));
    }
}
