package org.anshe.register;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.register.RegisterObjects.NewObject;
import org.anshe.register.internal.ImportRepository;
import org.anshe.register.internal.RunImport;
import org.anshe.register.internal.TableImport;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.LeakFixture;

/** A shop of the community, and a checked import with a row like it and a bad row. */
class RegisterLeakFixture implements LeakFixture {

    private static final String TYPE = "small-premises";
    private static final String HEADING = "名称*,所属辖区,详细地址,场所类别*,经营者*,经营者电话,建筑面积（㎡）*,“三合一”场所*\n";

    private static final String FIELDS =
            "\"fields\":{\"kind\":\"shop\",\"operator\":\"x\",\"floorArea\":1,\"threeInOne\":false}}";

    private final RegisterObjects register;
    private final RunImport runImport;
    private final ImportRepository imports;

    RegisterLeakFixture(RegisterObjects register, RunImport runImport, ImportRepository imports) {
        this.register = register;
        this.runImport = runImport;
        this.imports = imports;
    }

    @Override
    public String module() {
        return "register";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        UUID shop = Ids.next();
        String mark = "荷" + shop.toString().substring(24);
        var fields = Map.of("kind", "shop", "operator", "周小满", "floorArea", 60, "threeInOne", false);
        register.register(owner, List.of(new NewObject(shop, TYPE, mark, community, null, mark + "路", 1, fields)));
        UUID table = Ids.next();
        String bad = "菱" + table.toString().substring(24);
        begin(owner.with("register.import"), table, community, mark, bad);
        String object = "/api/register-objects/{id}";
        String reason = "{\"version\":0,\"reason\":\"x\"}";
        return new Fixture(
                Map.of(object, shop.toString(), "/api/register-imports/{id}", table.toString()),
                List.of(mark, bad),
                Map.of(
                        "POST /api/register-objects",
                        "{\"id\":\"" + Ids.next() + "\",\"type\":\"" + TYPE + "\",\"name\":\"x\",\"area\":\""
                                + community + "\"," + FIELDS,
                        "POST /api/register-imports",
                        HEADING + "x,,,小商场（店）,周小满,,60,否\n",
                        "PUT " + object,
                        "{\"version\":0,\"name\":\"x\",\"area\":\"" + LeakFixture.neighbour(community) + "\"," + FIELDS,
                        "POST " + object + "/reveal",
                        "{}",
                        "POST " + object + "/retirement",
                        reason,
                        "POST " + object + "/restoration",
                        reason,
                        "POST " + object + "/supervision-class",
                        "{\"version\":0,\"supervisionClass\":2,\"reason\":\"x\"}",
                        "POST /api/register-imports/{id}/application",
                        "{\"leaveOutBadRows\":true,\"duplicates\":\"SKIP\"}"),
                Map.of(
                        "/api/register-objects", "?type=" + TYPE + "&area=" + community,
                        "/api/register-objects/export", "?type=" + TYPE + "&area=" + community,
                        "/api/register-imports", "?type=" + TYPE,
                        "POST /api/register-imports", "?type=" + TYPE + "&area=" + community + "&id=" + Ids.next()));
    }

    private void begin(Caller owner, UUID id, AreaKey community, String known, String bad) {
        String rows = HEADING + known + ",,,小商场（店）,周小满,,60,否\n" + bad + ",,,大卖场,周小满,,60,否\n";
        var content = new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8));
        runImport.begin(owner, id, TYPE, community, bad + ".csv", content);
        await().until(() -> imports.find(owner, id).orElseThrow().state() == TableImport.State.CHECKED);
    }
}
