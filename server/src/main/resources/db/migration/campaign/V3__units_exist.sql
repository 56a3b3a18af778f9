-- Units named by plans and campaigns are units of the directory.
alter table campaign.unit_mapping add constraint unit_mapping_unit_fk foreign key (unit_id) references organisation.unit (id);
alter table campaign.campaign add constraint campaign_lead_unit_fk foreign key (lead_unit_id) references organisation.unit (id);
alter table campaign.task_unit add constraint task_unit_unit_fk foreign key (unit_id) references organisation.unit (id);
alter table campaign.duty add constraint duty_unit_fk foreign key (unit_id) references organisation.unit (id);
