-- Files of a joint action are opened by all units that were invited, and not by one of them alone.
update attachment.link l
set subject_unit_ids = array(
    select u.unit_id from enforcement.joint_action_unit u where u.action_id = l.owner_id and u.unit_id is distinct from l.unit_id)
where l.owner_kind = 'joint-action';
