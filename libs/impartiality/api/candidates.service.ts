import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { allOf, demandAll, mayRegister, SIDE_OF_ROLE } from '@award/award';
