package org.anshe.organisation.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.organisation.HeldWork;
import org.anshe.organisation.WorkTransfer;
import org.anshe.organisation.internal.HeldPostRepository.MovedPost;
import org.springframework.stereotype.Component;

/** Posts in units: 组长, 安全员 and their like. */
@Component
class HeldPosts implements HeldWork {

    private final HeldPostRepository posts;
    private final AuditTrail audit;

    HeldPosts(HeldPostRepository posts, AuditTrail audit) {
        this.posts = posts;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return "post";
    }

    @Override
    public int countOf(UUID person) {
        return posts.count(person);
    }

    @Override
    public Look look(WorkTransfer transfer) {
        return posts.look(transfer);
    }

    @Override
    public List<Item> move(WorkTransfer transfer) {
        List<MovedPost> moved = posts.move(transfer);
        for (MovedPost post : moved) {
            Subject unit = Subject.of("unit", post.unit());
            UUID to = transfer.to().person();
            audit.record(
                    transfer.caller(),
                    "unit.dismiss",
                    unit,
                    post.area(),
                    Map.of("post", post.post(), "handOver", transfer.handOver()));
            audit.record(
                    transfer.caller(),
                    "unit.appoint",
                    unit,
                    post.area(),
                    Map.of("post", post.post(), "person", to, "handOver", transfer.handOver()));
        }
        return moved.stream().map(MovedPost::item).toList();
    }
}
